/* SPDX-License-Identifier: MIT */
/*
 * render_command.h: `attalak render TEMPLATE DATA`: one template by the letter of the
 * Mustache specification, to standard output, for designers who try something out.
 *
 * DATA is YAML or JSON of any form. Unquoted true and false are truths; unquoted null, ~
 * and nothing at all are nothing; all else is text as it is written, so 1.20 keeps its
 * zero. False in a section: false, nothing, an empty text, an empty list. 0 is a text
 * like any other: zero is a figure, not a lack of one.
 *
 * Exit codes: 0; 2 usage, a file that cannot be read, a template or data in error; 4 when
 * the output cannot be written.
 */
#ifndef ATTALAK_RENDER_COMMAND_H
#define ATTALAK_RENDER_COMMAND_H

int render_command(int argc, char **argv);

#endif
