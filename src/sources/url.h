/* SPDX-License-Identifier: MIT */
/*
 * url.h: the URL policy, for every link that leaves or enters a page.
 *
 * Allowed: https:, http:, mailto:, tel: and site-relative paths of [A-Za-z0-9._~/-]. Refused:
 * every other scheme, "//host", "\", blanks and controls, user-info ("name@host"), a port, an
 * IP address in any spelling, a host without a dot. Host names may be Thai (ไปเที่ยว.ไทย).
 *
 * A URL that passes is still untrusted text: it is escaped like any other.
 */
#ifndef ATTALAK_SOURCES_URL_H
#define ATTALAK_SOURCES_URL_H

#include "base/diag.h"
#include "base/str.h"

enum { URL_BYTES_MAX = 2048, URL_HOST_MAX = 253, URL_LABEL_MAX = 63 };

enum url_error {
    URL_OK,
    URL_EMPTY,
    URL_SCHEME,
    URL_HOST,
    URL_USERINFO,
    URL_PORT,
    URL_IP,
    URL_CHARACTER,
    URL_LONG,
    URL_ERROR_COUNT,
};

/* Safe on any bytes, also when they are not UTF-8. */
enum url_error url_check(struct str url);

/* Can a site lie there? A web address that passes, its scheme in small letters, behind which
 * paths can be put: no "?" and no "#". */
bool url_is_base(struct str url);

/* Of a checked URL: is it http or https, so that it leaves the site? */
bool url_is_outbound(struct str url);

/* Of a checked URL: the host as typed, or empty (relative, mailto, tel). */
struct str url_host(struct str url);

/* Of a checked URL: Thai letters, brackets and the like percent-encoded, so that validators and
 * old readers accept it. The host stays as it is. */
struct str url_encode(struct str url, struct arena *arena);

/* The rule (an error; {0} is the URL) that says why a URL field is refused. */
const struct rule *url_rule(enum url_error error);

#endif
