size, limit = 300, 100

def escapes(cx, cy):
    x = y = 0.0
    for _ in range(limit):
        x2, y2 = x * x, y * y
        if x2 + y2 > 4.0:
            return True
        y = 2.0 * x * y + cy
        x = x2 - y2 + cx
    return False

inside = 0
for row in range(size):
    for column in range(size):
        if not escapes(column * 3.0 / size - 2.0, row * 2.0 / size - 1.0):
            inside += 1
print(inside)
