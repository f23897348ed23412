package org.kaiyuan.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Looks through a chain, link by link and line by line, in constant memory. */
@Component
class Verifying {
    static final String CHECKPOINT_PURPOSE = "audit.checkpoint";
    private static final int LINKS_AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate cursor;
    private final Chains chains;
    private final KnownHeads heads;
    private final InstallationKey key;
    private final Clock clock;

    Verifying(
            JdbcTemplate jdbc, Chains chains, KnownHeads heads, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.cursor = Sealing.cursor(jdbc);
        this.chains = chains;
        this.heads = heads;
        this.key = key;
        this.clock = clock;
    }

    /** A link where the chain is wrong. */
    private record Wrong(ChainFault fault, long link) {}

    /** Where the chain was forgotten up to. */
    private record Checkpoint(long number, long toXact, byte[] hash, byte[] signature) {}

    /**
     * @param newest how many links from the end are looked at; {@code Long.MAX_VALUE} for all
     * @param kept a head that somebody has kept and hands in; null for those that this node knows
     */
    Verification verify(long zone, long newest, KnownHeads.@Nullable Head kept) {
        // before the chain is looked at: a link that is added meanwhile is none that is missing
        var known = heads.of(zone).orElse(null);
        return chains.atOneMoment(zone, () -> look(zone, newest, kept, known));
    }

    private Verification look(
            long zone,
            long newest,
            KnownHeads.@Nullable Head kept,
            KnownHeads.@Nullable Head known) {
        var last =
                DataAccessUtils.singleResult(
                        jdbc.query(
                                "select "
                                        + Seal.COLUMNS
                                        + " from audit.seal order by number desc limit 1",
                                Seal::of));
        var checkpoint = checkpoint();
        long begin = checkpoint == null ? 0 : checkpoint.number();
        long head = last == null ? begin : last.number();
        long after = Math.max(begin, newest == Long.MAX_VALUE ? begin : head - newest);
        var walk = new Walk(zone, after);
        @Nullable Wrong wrong = null;
        if (checkpoint != null && !isSigned(zone, checkpoint)) {
            wrong = new Wrong(ChainFault.LINK_FORGED, checkpoint.number());
        }
        if (wrong == null) {
            wrong = walk.through(begin, checkpoint);
        }
        if (wrong == null) {
            wrong = missing(head, begin, kept, known);
        }
        long waiting =
                Objects.requireNonNull(
                        jdbc.queryForObject(
                                "select count(*) from audit.change where xact >= ?",
                                Long.class,
                                last == null
                                        ? checkpoint == null ? 0 : checkpoint.toXact()
                                        : last.toXact()));
        return new Verification(
                clock.instant(),
                after == begin,
                walk.links,
                walk.lines,
                waiting,
                wrong == null ? null : wrong.fault(),
                wrong == null ? null : wrong.link(),
                head,
                last == null ? null : last.hex());
    }

    /** Whether links are missing that are known to have been there. */
    private @Nullable Wrong missing(
            long head,
            long begin,
            KnownHeads.@Nullable Head kept,
            KnownHeads.@Nullable Head known) {
        if (known != null && known.number() > head) {
            return new Wrong(ChainFault.END_MISSING, head + 1);
        }
        if (known != null && known.number() > begin && !has(known)) {
            return new Wrong(ChainFault.LINKS_BROKEN, known.number());
        }
        if (kept != null && kept.number() > begin && !has(kept)) {
            return new Wrong(
                    kept.number() > head ? ChainFault.END_MISSING : ChainFault.HEAD_UNKNOWN,
                    kept.number());
        }
        return null;
    }

    private boolean has(KnownHeads.Head head) {
        return jdbc
                .query(
                        "select hash from audit.seal where number = ?",
                        (row, number) -> row.getBytes(1),
                        head.number())
                .stream()
                .anyMatch(hash -> Arrays.equals(hash, head.hash()));
    }

    private @Nullable Checkpoint checkpoint() {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        "select number, to_xact, hash, signature from audit.checkpoint order by number desc limit 1",
                        (row, number) ->
                                new Checkpoint(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getBytes(3),
                                        row.getBytes(4))));
    }

    private boolean isSigned(long zone, Checkpoint checkpoint) {
        return Arrays.equals(
                checkpoint.signature(),
                key.sign(
                        CHECKPOINT_PURPOSE,
                        checkpointContent(
                                zone,
                                checkpoint.number(),
                                checkpoint.toXact(),
                                checkpoint.hash())));
    }

    static byte[] checkpointContent(long zone, long number, long toXact, byte[] hash) {
        return "%d %d %d %s"
                .formatted(zone, number, toXact, HexFormat.of().formatHex(hash))
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** One way along a chain. */
    private final class Walk {
        private final long zone;
        private final long after;
        private long links;
        private long lines;

        Walk(long zone, long after) {
            this.zone = zone;
            this.after = after;
        }

        @Nullable Wrong through(long begin, @Nullable Checkpoint checkpoint) {
            @Nullable Seal before = null;
            long at = after;
            if (after > begin) {
                before =
                        DataAccessUtils.singleResult(
                                jdbc.query(
                                        "select "
                                                + Seal.COLUMNS
                                                + " from audit.seal where number = ?",
                                        Seal::of,
                                        after));
                if (before == null) {
                    return new Wrong(ChainFault.LINKS_BROKEN, after);
                }
            }
            while (true) {
                List<Seal> some =
                        jdbc.query(
                                "select "
                                        + Seal.COLUMNS
                                        + " from audit.seal where number > ? order by number limit ?",
                                Seal::of,
                                at,
                                LINKS_AT_ONCE);
                if (some.isEmpty()) {
                    return before == null ? nothingBefore(begin, checkpoint, null) : null;
                }
                for (var seal : some) {
                    var wrong =
                            before == null
                                    ? nothingBefore(begin, checkpoint, seal)
                                    : follows(before, seal);
                    if (wrong == null) {
                        wrong = says(seal);
                    }
                    if (wrong != null) {
                        return wrong;
                    }
                    before = seal;
                }
                var wrong = covers(some);
                if (wrong != null) {
                    return wrong;
                }
                at = some.getLast().number();
            }
        }

        /** The first link there is must be the first of all, or follow a checkpoint. */
        private @Nullable Wrong nothingBefore(
                long begin, @Nullable Checkpoint checkpoint, @Nullable Seal first) {
            long from = checkpoint == null ? 0 : checkpoint.toXact();
            var previous = checkpoint == null ? Seal.BEGINNING : checkpoint.hash();
            boolean inPlace =
                    first == null
                            || (first.number() == begin + 1
                                    && first.fromXact() == from
                                    && Arrays.equals(first.previous(), previous));
            if (!inPlace || linesBefore(from)) {
                return new Wrong(ChainFault.BEGINNING_MISSING, begin + 1);
            }
            return null;
        }

        private boolean linesBefore(long xact) {
            return Boolean.TRUE.equals(
                    jdbc.queryForObject(
                            "select exists (select from audit.change where xact < ?)",
                            Boolean.class,
                            xact));
        }

        private @Nullable Wrong follows(Seal before, Seal seal) {
            return seal.number() == before.number() + 1
                            && seal.fromXact() == before.toXact()
                            && Arrays.equals(seal.previous(), before.hash())
                    ? null
                    : new Wrong(ChainFault.LINKS_BROKEN, seal.number());
        }

        private @Nullable Wrong says(Seal seal) {
            links++;
            if (!seal.saysItsHash()) {
                return new Wrong(ChainFault.LINK_CHANGED, seal.number());
            }
            return Arrays.equals(seal.signature(), key.sign(Sealing.PURPOSE, seal.hash()))
                    ? null
                    : new Wrong(ChainFault.LINK_FORGED, seal.number());
        }

        /** Reads the lines of these links once, in the order of the links. */
        private @Nullable Wrong covers(List<Seal> seals) {
            var lookedAt = new Lines(seals);
            cursor.query(
                    "select "
                            + LineDigest.COLUMNS
                            + " from audit.change where xact >= ? and xact < ? order by xact, id",
                    lookedAt,
                    seals.getFirst().fromXact(),
                    seals.getLast().toXact());
            var wrong = lookedAt.finish();
            lines += lookedAt.lines;
            return wrong;
        }
    }

    /** Lines passing by, and the links that must cover them. */
    private static final class Lines implements RowCallbackHandler {
        private final List<Seal> seals;
        private final LineDigest digest = new LineDigest();
        private int at;
        private long lines;
        private @Nullable Wrong wrong;

        Lines(List<Seal> seals) {
            this.seals = seals;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            while (row.getLong("xact") >= seals.get(at).toXact()) {
                close();
            }
            digest.add(row);
            lines++;
        }

        @Nullable Wrong finish() {
            while (at < seals.size()) {
                close();
            }
            return wrong;
        }

        private void close() {
            var seal = seals.get(at++);
            boolean right =
                    digest.lines() == seal.lines() & Arrays.equals(digest.finish(), seal.digest());
            if (!right && wrong == null) {
                wrong = new Wrong(ChainFault.LINES_CHANGED, seal.number());
            }
        }
    }
}
