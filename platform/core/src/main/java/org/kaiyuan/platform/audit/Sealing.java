package org.kaiyuan.platform.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Adds links to the chains: behind the writers, who never wait for one another or for it.
 *
 * <p>A line tells the transaction that wrote it. What is older than the oldest transaction that still runs
 * is there for good and in full, so a link over all of it leaves no gap in which a line could appear or
 * vanish later.
 *
 * @see <a href="../../../../../../../../docs/decisions/0016-audit-chain.md">decision 0016</a>
 */
@Component
class Sealing {
    static final String PURPOSE = "audit.seal";
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final int CHAINS_AT_ONCE = 500;
    static final int ROWS_AT_ONCE = 1000;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate cursor;
    private final Chains chains;
    private final KnownHeads heads;
    private final InstallationKey key;
    private final Clock clock;

    Sealing(JdbcTemplate jdbc, Chains chains, KnownHeads heads, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.cursor = cursor(jdbc);
        this.chains = chains;
        this.heads = heads;
        this.key = key;
        this.clock = clock;
    }

    static JdbcTemplate cursor(JdbcTemplate jdbc) {
        var reading = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        reading.setFetchSize(ROWS_AT_ONCE);
        return reading;
    }

    /** Seals what waits, in every chain. */
    void sealAll() {
        List<Long> waiting =
                jdbc.query(
                        "select distinct zone from audit.waiting where xact < audit.horizon() limit ?",
                        (row, number) -> row.getLong(1),
                        CHAINS_AT_ONCE);
        for (long zone : waiting) {
            try {
                seal(zone);
            } catch (RuntimeException e) {
                LOG.warn("The audit chain of zone {} could not be sealed", zone, e);
            }
        }
    }

    /**
     * Adds one link over everything of the zone that is there for good.
     *
     * @return null where there was nothing to seal
     */
    @Nullable Seal seal(long zone) {
        var seal = chains.<@Nullable Seal>in(zone, () -> sealInOrder(zone));
        if (seal != null) {
            heads.remember(zone, seal.number(), seal.hash());
        }
        return seal;
    }

    private @Nullable Seal sealInOrder(long zone) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('audit.seal', ?))", row -> {}, zone);
        var last = last();
        long from = last == null ? 0 : last.toXact();
        long to = one("select audit.horizon()");
        jdbc.update("delete from audit.waiting where zone = ? and xact < ?", zone, to);
        var covered = new Covered();
        cursor.query(
                "select "
                        + LineDigest.COLUMNS
                        + ", at from audit.change where xact >= ? and xact < ? order by xact, id",
                covered,
                from,
                to);
        if (covered.digest.lines() == 0) {
            return null;
        }
        long lines = covered.digest.lines();
        var digest = covered.digest.finish();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var previous = last == null ? beginning() : last.hash();
        long number = (last == null ? lastForgotten() : last.number()) + 1;
        var hash = Seal.hash(zone, number, from, to, lines, covered.lastAt, digest, previous, now);
        var seal =
                new Seal(
                        zone,
                        number,
                        from,
                        to,
                        lines,
                        covered.lastAt,
                        digest,
                        previous,
                        hash,
                        key.sign(PURPOSE, hash),
                        now);
        jdbc.update(
                "insert into audit.seal ("
                        + Seal.COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                zone,
                number,
                from,
                to,
                lines,
                Timestamp.from(covered.lastAt),
                digest,
                previous,
                hash,
                seal.signature(),
                Timestamp.from(now));
        jdbc.query(
                "select setval('audit.high_water', ?) from audit.high_water where last_value < ?",
                row -> {},
                to,
                to);
        return seal;
    }

    private @Nullable Seal last() {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        "select " + Seal.COLUMNS + " from audit.seal order by number desc limit 1",
                        Seal::of));
    }

    /** A chain that is all forgotten goes on from its checkpoint. */
    private byte[] beginning() {
        var kept =
                DataAccessUtils.singleResult(
                        jdbc.query(
                                "select hash from audit.checkpoint order by number desc limit 1",
                                (row, number) -> row.getBytes(1)));
        return kept == null ? Seal.BEGINNING : kept;
    }

    private long lastForgotten() {
        return one("select coalesce(max(number), 0) from audit.checkpoint");
    }

    private long one(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    /** Takes in lines as they pass by. */
    private static final class Covered implements org.springframework.jdbc.core.RowCallbackHandler {
        private final LineDigest digest = new LineDigest();
        private Instant lastAt = Instant.EPOCH;

        @Override
        public void processRow(java.sql.ResultSet row) throws java.sql.SQLException {
            digest.add(row);
            var at = row.getTimestamp("at").toInstant();
            if (at.isAfter(lastAt)) {
                lastAt = at;
            }
        }
    }
}
