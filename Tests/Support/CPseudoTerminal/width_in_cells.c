#define _GNU_SOURCE
#include <locale.h>
#include <pthread.h>
#include <wchar.h>

#include "pseudo_terminal.h"

static locale_t utf8;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_locale(void) { utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int width_in_cells(uint32_t scalar) {
  pthread_once(&once, make_locale);
  if (utf8 == (locale_t)0) return -1;
  // wcwidth has no form that takes a locale, and setlocale would change it for all tests.
  locale_t before = uselocale(utf8);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}
