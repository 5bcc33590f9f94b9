/* SPDX-License-Identifier: MIT */
/*
 * new_command.h: `attalak new CODE [DIR]`: a commented YAML for one LAO, to standard
 * output, filled with what the registry of DIR/content knows. Exit codes: 0, 2 (no such
 * LAO, no content).
 */
#ifndef ATTALAK_NEW_COMMAND_H
#define ATTALAK_NEW_COMMAND_H

int new_command(int argc, char **argv);

#endif
