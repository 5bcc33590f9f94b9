/* SPDX-License-Identifier: MIT */
/*
 * rules.h: what publish/ may complain of. Only publish/ includes this; others see the
 * table publish_rules.
 *
 * The order matters: from RULE_SYSTEM_FIRST on the system is to blame (exit 4), before it
 * a guard said no (exit 3).
 */
#ifndef ATTALAK_PUBLISH_RULES_H
#define ATTALAK_PUBLISH_RULES_H

#include "base/diag.h"

enum publish_rule {
    RULE_PROTECTED,
    RULE_IN_CONTENT,
    RULE_NOT_DIRECTORY,
    RULE_NO_PARENT,
    RULE_FOREIGN,
    RULE_VCS,
    RULE_SPARE_FOREIGN,
    RULE_MOUNT,
    RULE_NOT_ATOMIC,
    RULE_LOCKED,
    RULE_MOVED,
    RULE_BAD_PATH,
    RULE_PATH_TWICE,
    RULE_PATH_CONFLICT,
    RULE_FILE_TOO_LARGE,
    RULE_TOO_MANY_FILES,
    RULE_SITE_TOO_LARGE,
    RULE_SHRUNK,
    RULE_SHRUNK_PART,
    RULE_STRAY,
    RULE_ASSET_NAME,
    RULE_ASSET_NOT_FILE,
    RULE_ASSET_TWICE,
    RULE_ASSET_MISSING,
    RULE_ASSET_CIRCLE,
    RULE_ASSET_DEEP,
    RULE_ASSET_UNREADABLE,
    RULE_NEW_HOST,
    RULE_MANY_NEW_HOSTS,
    RULE_NO_MEMORY,
    RULE_NO_PREVIOUS,
    RULE_PREVIOUS_DAMAGED,
    RULE_PREVIOUS_TIME,
    RULE_SYSTEM_FIRST,
    RULE_CANNOT_READ = RULE_SYSTEM_FIRST,
    RULE_CANNOT_WRITE,
    RULE_CANNOT_SWAP,
    RULE_SWAP_OPEN,
    RULE_ASSET_SYSTEM,
    RULE_COUNT,
};

/* Adds a finding about `path`, which is also value {0}; bytes that are not UTF-8 are
 * shown as "?". Always false. */
bool publish_complain(struct diags *diags, enum publish_rule rule, struct str path,
                      struct str first, struct str second);

/* The same with the system's words for an errno value as {1}. */
bool publish_complain_errno(struct diags *diags, enum publish_rule rule, struct str path,
                            int error);

#endif
