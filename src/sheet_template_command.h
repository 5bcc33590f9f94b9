/* SPDX-License-Identifier: MIT */
/*
 * sheet_template_command.h: `attalak sheet-template [DIR]`: the header row of a sheet that needs
 * no mapping, or the dictionary of its columns (CSV, HTML), for those who make the form.
 *
 * Columns follow the languages and vocabularies of DIR/content; DIR/templates lay them out.
 * Exit codes: 0; 2 usage, no content, a template in error; 4 when the output cannot be written.
 */
#ifndef ATTALAK_SHEET_TEMPLATE_COMMAND_H
#define ATTALAK_SHEET_TEMPLATE_COMMAND_H

int sheet_template_command(int argc, char **argv);

#endif
