void guard_placeholder(void);
