/* SPDX-License-Identifier: MIT */
/*
 * diff_command.h: `attalak diff OLD NEW [DIR]`: two built sites, before one takes the other's
 * place. DIR (this folder) holds the templates of --format html.
 *
 * Exit codes, as diff(1) has them: 0 no difference; 1 differences; 2 usage, or a folder that is
 * no whole site; 4 what the system cannot read or write.
 */
#ifndef ATTALAK_DIFF_COMMAND_H
#define ATTALAK_DIFF_COMMAND_H

int diff_command(int argc, char **argv);

#endif
