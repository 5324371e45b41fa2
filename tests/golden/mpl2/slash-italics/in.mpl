[10][25]/sung|said
[30][45]\_loud|/\both
[50][65]and / or
