limit = 2000000
sieve = [True] * limit

def count_primes():
    for i in range(limit):
        sieve[i] = True
    count = 0
    for i in range(2, limit):
        if sieve[i]:
            count += 1
            for j in range(i * i, limit, i):
                sieve[j] = False
    return count

print(sum(count_primes() for _ in range(3)))
