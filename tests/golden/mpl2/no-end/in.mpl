[10][]until the next
[20][30]ទូក
[x][30]bad
