/* SPDX-License-Identifier: MIT */
/*
 * remind_command.h: `attalak remind [DIR] --round ID`: whom a province's office reminds, as
 * CSV for mail merge (UTF-8 with BOM, CRLF, formulas disarmed), in the reader's order.
 *
 * A row for each LAO that is missing in the round or held back by errors, with a sentence that
 * asks for what is needed; or, with --summary, a row for each province and district with how
 * the round stands there. LAOs in no district count in their province's row alone.
 *
 * Exit codes: 0; 2 usage, an unknown round or province, content that cannot be used; 4 when
 * something cannot be read or written.
 */
#ifndef ATTALAK_REMIND_COMMAND_H
#define ATTALAK_REMIND_COMMAND_H

int remind_command(int argc, char **argv);

#endif
