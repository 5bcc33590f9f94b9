# attalak: two commands on a fresh Debian 12: `make site` and `make test`. `make help` lists all.

CONTENT  ?= .
OUT      ?= site
THREADS  ?= $(shell nproc)
B        := .build
PROGRAM  := $(B)/attalak
HELPER   := $(B)/attalak-photo

LIBS     := yaml-0.1 yajl libcmark icu-i18n icu-uc libxxhash libcrypto libqrencode
WARN     := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla \
            -Wwrite-strings -Wno-missing-field-initializers $(if $(CI),-Werror)
HARDEN   := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection -fPIE -fno-plt
CPPFLAGS := -D_GNU_SOURCE -Isrc
CFLAGS   ?= -O3 -g -flto=auto
LDFLAGS  := -pie -Wl,-z,relro,-z,now
LDLIBS    = $(shell pkg-config --libs $(LIBS)) -lcsv -lpthread -lm
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer

# Pictures are decoded by a program of its own: none of its libraries is attalak's.
PHOTO    := $(wildcard src/photo/*.c)
PHOTO_LIBS = $(shell pkg-config --libs libjpeg libpng libwebp lcms2)
SOURCES  := $(filter-out $(PHOTO),$(wildcard src/*.c src/*/*.c))
ROOMS    := $(filter-out src/main.c,$(SOURCES))
UNITS    := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/t_*.c))

# What is built in which folder, with which flags: release, sanitized, threads, coverage.
BUILD_FLAGS_release  = -std=c11 $(CFLAGS) $(HARDEN)
BUILD_FLAGS_asan     = -std=c11 -O1 -g $(SANITIZE) -DPHOTO_OPEN
BUILD_FLAGS_tsan     = -std=c11 -O1 -g -fsanitize=thread -DPHOTO_OPEN
BUILD_FLAGS_coverage = -std=c11 -O0 -g --coverage -fprofile-update=atomic -DPHOTO_OPEN

.PHONY: all site test reached nation bench soak asan tsan coverage fuzz format install uninstall clean help bless
.DEFAULT_GOAL := help

help:  ## these lines
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

all: $(PROGRAM) $(HELPER)  ## the programs, .build/attalak and attalak-photo

site: | deps  ## what is missing (apt), the program, the fonts, and site/
	@$(MAKE) --no-print-directory -j $(THREADS) all fonts
	$(PROGRAM) build $(CONTENT) -o $(OUT) -j $(THREADS)

test: | deps-test  ## everything that is tested, sanitizers on
	@$(MAKE) --no-print-directory -j $(THREADS) all asan $(B)/tsan/attalak $(B)/tsan/attalak-photo fonts
	@tests/run

reached: | deps-test  ## which lines of src/ the tests of the program reach
	@$(MAKE) --no-print-directory -j $(THREADS) all coverage
	@COVERAGE=1 tests/run unit render bad golden sheets

nation: | deps  ## all 7,850 LAOs with a generated identity each, into .build/nation
	@$(MAKE) --no-print-directory -j $(THREADS) all fonts
	tests/bench/nation $(B)/nation
	$(PROGRAM) build $(B)/nation -o $(B)/nation/site -j $(THREADS)

bench: | deps-bench  ## speed, memory and growth against Hugo and cp, as ratios (BENCH="--only scale" …)
	@$(MAKE) --no-print-directory -j $(THREADS) all fonts
	tests/bench/run $(BENCH)

soak: | deps-test  ## what takes hours: thousands of kills, long fuzzing; the lines that are reached
	@$(MAKE) --no-print-directory -j $(THREADS) all asan $(B)/tsan/attalak $(B)/tsan/attalak-photo coverage fonts
	tests/soak/run

bless: asan  ## rewrite the golden files (then read them)
	tests/golden/run --bless

# ---- building: one rule for every kind of build ----

define build_rules
$(B)/$(1)/%.o: %.c Makefile
	@mkdir -p $$(@D)
	@echo "  CC    $$@"
	@$$(CC) $(CPPFLAGS) $(BUILD_FLAGS_$(1)) $(WARN) -MMD -MP -c $$< -o $$@
$(B)/$(1)/attalak: $(SOURCES:%.c=$(B)/$(1)/%.o)
	@echo "  LINK  $$@"
	@$$(CC) $(BUILD_FLAGS_$(1)) $(LDFLAGS) $$^ -o $$@ $$(LDLIBS)
$(B)/$(1)/attalak-photo: $(PHOTO:%.c=$(B)/$(1)/%.o)
	@echo "  LINK  $$@"
	@$$(CC) $(BUILD_FLAGS_$(1)) $(LDFLAGS) $$^ -o $$@ $$(PHOTO_LIBS)
$(B)/$(1)/t_photo: $(B)/$(1)/tests/unit/t_photo.o $(filter-out %/main.o,$(PHOTO:%.c=$(B)/$(1)/%.o))
	@echo "  LINK  $$@"
	@$$(CC) $(BUILD_FLAGS_$(1)) $(LDFLAGS) $$^ -o $$@ $$(PHOTO_LIBS) -lcmocka
$(B)/$(1)/t_%: $(B)/$(1)/tests/unit/t_%.o $(ROOMS:%.c=$(B)/$(1)/%.o)
	@echo "  LINK  $$@"
	@$$(CC) $(BUILD_FLAGS_$(1)) $(LDFLAGS) $$^ -o $$@ $$(LDLIBS) -lcmocka
-include $(SOURCES:%.c=$(B)/$(1)/%.d) $(PHOTO:%.c=$(B)/$(1)/%.d)
endef
$(foreach kind,release asan tsan coverage,$(eval $(call build_rules,$(kind))))
.PRECIOUS: $(B)/%.o

$(PROGRAM) $(HELPER): $(B)/%: $(B)/release/%
	@cp $< $@

asan: $(B)/asan/attalak $(B)/asan/attalak-photo $(UNITS:%=$(B)/asan/%)  ## program and unit tests with Address- and UBSanitizer
tsan: $(B)/tsan/attalak $(B)/tsan/attalak-photo $(UNITS:%=$(B)/tsan/%)  ## the same with ThreadSanitizer
coverage: $(B)/coverage/attalak $(B)/coverage/attalak-photo $(UNITS:%=$(B)/coverage/%)  ## the same, counting lines
fuzz:  ## libFuzzer on each parser for a minute
	tests/fuzz/run --fuzz

# ---- fonts: Debian's Noto Looped Thai, subset to WOFF2 ----

FONTS := assets/fonts/looped-regular.woff2 assets/fonts/looped-bold.woff2
.PHONY: fonts
fonts: $(FONTS)
assets/fonts/looped-regular.woff2: FACE = Regular
assets/fonts/looped-bold.woff2: FACE = Bold
$(FONTS): src/subset-font
	@mkdir -p $(@D)
	/usr/bin/python3 $< /usr/share/fonts/truetype/noto/NotoLoopedThai-$(FACE).ttf $@

# ---- packages ----

.PHONY: deps deps-test deps-bench
deps deps-test deps-bench:
	@sh tests/packages.sh $@

# ---- house-keeping ----

format:  ## clang-format over src/ and tests/
	clang-format -i $(SOURCES) $(wildcard src/*.h src/*/*.h tests/unit/*.c)

PREFIX ?= /usr/local
install: all  ## programs, man page, completion, schema to PREFIX (/usr/local)
	install -D $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/attalak
	install -D $(HELPER) $(DESTDIR)$(PREFIX)/libexec/attalak-photo
	install -D -m 644 src/attalak.1 $(DESTDIR)$(PREFIX)/share/man/man1/attalak.1
	install -D -m 644 src/attalak.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/attalak
	install -D -m 644 src/findings.schema.json $(DESTDIR)$(PREFIX)/share/attalak/findings.schema.json
	install -D -m 644 src/diff.schema.json $(DESTDIR)$(PREFIX)/share/attalak/diff.schema.json

uninstall:  ## what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/attalak $(DESTDIR)$(PREFIX)/libexec/attalak-photo \
	  $(DESTDIR)$(PREFIX)/share/man/man1/attalak.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/attalak \
	  $(DESTDIR)$(PREFIX)/share/attalak/findings.schema.json $(DESTDIR)$(PREFIX)/share/attalak/diff.schema.json

clean:  ## everything that was built; site/ and its spare stay
	rm -rf $(B) $(FONTS)
