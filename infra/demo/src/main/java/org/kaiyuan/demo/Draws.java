package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that comes out the same for the same seed, on every JDK. */
final class Draws {
    private static final long FIRST_ID_MILLIS = 1_767_225_600_000L; // 2026-01-01T00:00Z

    private final SplittableRandom random;

    Draws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    double between(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    /** @return from 0 to {@code bound} − 1 */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    char oneOf(String all) {
        return all.charAt(random.nextInt(all.length()));
    }

    /** Around 0, nine of ten within ±1.65 (twelve uniform draws: the same on every JDK). */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    /** Around {@code median}, a third of all beyond its half or {@code e^spread}-fold. */
    double around(double median, double spread) {
        return median * Math.exp(spread * normal());
    }

    /** Recent years are likelier: more enterprises are founded than ever. */
    LocalDate recentDay(LocalDate from, LocalDate to) {
        long days = to.toEpochDay() - from.toEpochDay();
        return from.plusDays((long) (days * Math.sqrt(random.nextDouble())));
    }

    LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextLong(to.toEpochDay() - from.toEpochDay() + 1));
    }

    /** A UUIDv7 that ascends with {@code ordinal}. */
    UUID id(long ordinal) {
        long high = (FIRST_ID_MILLIS + ordinal) << 16 | 0x7000L | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
