#include "pseudo_terminal.h"
int pty_placeholder(void) { return 0; }
