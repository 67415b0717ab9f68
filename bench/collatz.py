def length(n):
    steps = 1
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps

best, longest = 0, 0
for n in range(1, 300000):
    steps = length(n)
    if steps > longest:
        best, longest = n, steps
print(best, longest)
