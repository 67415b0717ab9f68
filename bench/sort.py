import sys
sys.setrecursionlimit(10000)
n = 300000
values = []
state = 2463534242
for _ in range(n):
    state = (state ^ (state << 13)) & 0xFFFFFFFF
    state = state ^ (state >> 17)
    state = (state ^ (state << 5)) & 0xFFFFFFFF
    values.append(state)

def sort(start, to):
    if to - start <= 1:
        return
    pivot = values[start + (to - start) // 2]
    left, right = start, to - 1
    while True:
        while values[left] < pivot:
            left += 1
        while values[right] > pivot:
            right -= 1
        if left >= right:
            break
        values[left], values[right] = values[right], values[left]
        left += 1
        right -= 1
    sort(start, left)
    sort(left, to)

sort(0, n)
ordered = all(values[i - 1] <= values[i] for i in range(1, n))
print(str(ordered).lower(), values[0], values[n // 2])
