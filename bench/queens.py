n = 10
columns, rising, falling = [False] * n, [False] * (2 * n), [False] * (2 * n)

def place(row):
    if row == n:
        return 1
    count = 0
    for column in range(n):
        up, down = row + column, row + n - column
        if not columns[column] and not rising[up] and not falling[down]:
            columns[column] = rising[up] = falling[down] = True
            count += place(row + 1)
            columns[column] = rising[up] = falling[down] = False
    return count

print(sum(place(0) for _ in range(10)))
