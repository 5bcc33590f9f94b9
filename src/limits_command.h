/* SPDX-License-Identifier: MIT */
/* limits_command.h: `attalak limits`: every limit with its value, from the headers
 * themselves. */
#ifndef ATTALAK_LIMITS_COMMAND_H
#define ATTALAK_LIMITS_COMMAND_H

int limits_command(int argc, char **argv);

#endif
