#pragma once
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <term.h>
// term.h defines these two as macros, which would rewrite every use of the words after it.
#undef lines
#undef columns

// Swift imports neither mutable globals, nor macros with casts, nor variadic functions.

// The C library hides them from Swift's module unless the whole of it is compiled for X/Open and GNU.
int wcwidth(wchar_t character);
int memfd_create(const char *name, unsigned flags);
int dup3(int descriptor, int other, int flags);

static inline WINDOW *curses_standard_window(void) { return stdscr; }
static inline WINDOW *curses_current_window(void) { return curscr; }
static inline TERMINAL *curses_current_terminal(void) { return cur_term; }
static inline int curses_color_count(void) { return COLORS; }
static inline int curses_pair_count(void) { return COLOR_PAIRS; }
static inline char *curses_cursor_address(const char *capability, int row, int column) {
  return tiparm(capability, row, column);
}

// MFD_CLOEXEC
static const unsigned curses_close_on_exec = 1;

static const attr_t curses_bold = A_BOLD;
static const attr_t curses_dim = A_DIM;
static const attr_t curses_reverse = A_REVERSE;
static const attr_t curses_underline = A_UNDERLINE;
