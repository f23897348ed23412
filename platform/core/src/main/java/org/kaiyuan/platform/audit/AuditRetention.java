package org.kaiyuan.platform.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Forgets lines that are older than they must be kept, by whole links from the beginning; a signed checkpoint
 * says where the chain begins from then on. The database refuses to forget the last six months.
 */
class AuditRetention {
    private static final int LEAST_MONTHS = 6;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final int months;
    private final JdbcTemplate jdbc;
    private final Chains chains;
    private final InstallationKey key;
    private final ChangeHistory history;
    private final Clock clock;

    AuditRetention(
            int months,
            JdbcTemplate jdbc,
            Chains chains,
            InstallationKey key,
            ChangeHistory history,
            Clock clock) {
        if (months < LEAST_MONTHS) {
            throw new IllegalStateException(
                    "kaiyuan.audit.keep-months must be 6 or more: the law wants audit records kept for six months");
        }
        this.months = months;
        this.jdbc = jdbc;
        this.chains = chains;
        this.key = key;
        this.history = history;
        this.clock = clock;
    }

    /** @return how many lines were forgotten */
    long forget(long zone) {
        var before = Timestamp.from(clock.instant().atZone(HERE).minusMonths(months).toInstant());
        return chains.in(zone, () -> forgetBefore(zone, before));
    }

    private long forgetBefore(long zone, Timestamp before) {
        List<Seal> old =
                jdbc.query(
                        "with oldest as (select number, last_at from audit.seal order by number limit 1000) select "
                                + Seal.COLUMNS
                                + " from audit.seal where number = (select max(number) from oldest where number <"
                                + " coalesce((select min(number) from oldest where last_at >= ?),"
                                + " (select max(number) from oldest)))",
                        Seal::of,
                        before);
        if (old.isEmpty()) {
            return 0; // the newest link stays in any case
        }
        var last = old.getFirst();
        jdbc.update(
                "insert into audit.checkpoint (tenant_id, number, to_xact, hash, signature, forgotten_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                zone,
                last.number(),
                last.toXact(),
                last.hash(),
                key.sign(
                        Verifying.CHECKPOINT_PURPOSE,
                        Verifying.checkpointContent(
                                zone, last.number(), last.toXact(), last.hash())),
                Timestamp.from(clock.instant()));
        long gone =
                Objects.requireNonNull(
                        jdbc.queryForObject("select audit.forget(?)", Long.class, last.number()));
        history.record(
                AuditVerification.KIND,
                AuditVerification.THE_CHAIN,
                "forgotten",
                List.of(
                        new FieldChange("lines", null, Long.toString(gone)),
                        new FieldChange("link", null, Long.toString(last.number()))));
        return gone;
    }
}
