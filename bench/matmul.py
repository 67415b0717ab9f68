n = 200
a = [[i * j % 7 + 0.5 for j in range(n)] for i in range(n)]
b = [[(i + j) / 3.0 for j in range(n)] for i in range(n)]
c = [[0.0] * n for _ in range(n)]
for i in range(n):
    for j in range(n):
        total = 0.0
        for k in range(n):
            total += a[i][k] * b[k][j]
        c[i][j] = total
print(f"{sum(c[i][i] for i in range(n)):.3f}")
