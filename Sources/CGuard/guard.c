#include "guard.h"
void guard_placeholder(void) {}
