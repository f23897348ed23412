package org.kaiyuan.platform.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which zones stand still: suspended, about to be deleted or not begun. Programs are asked about at every
 * call, so what was read is remembered for a second; the node on which a zone is suspended forgets it at once.
 */
@Component
public class StillZones {
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();

    private final JdbcTemplate jdbc;
    private final LongSupplier nanos;
    private final Map<TenantId, Read> read = new ConcurrentHashMap<>();

    @Autowired
    StillZones(JdbcTemplate jdbc) {
        this(jdbc, System::nanoTime);
    }

    StillZones(JdbcTemplate jdbc, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.nanos = nanos;
    }

    /** To be called when a zone's state has been changed and committed. */
    public void changed(TenantId zone) {
        read.remove(zone);
    }

    /** Empty for a zone that is active; at most a second old. */
    Optional<ZoneStandsStill.Why> recently(TenantId zone) {
        var known = read.get(zone);
        long now = nanos.getAsLong();
        if (known == null || now - known.at() > REMEMBERED_NANOS) {
            known = new Read(now, now(zone).orElse(null));
            read.put(zone, known);
        }
        return Optional.ofNullable(known.why());
    }

    /** Empty for a zone that is active. */
    Optional<ZoneStandsStill.Why> now(TenantId zone) {
        return Optional.ofNullable(
                DataAccessUtils.singleResult(
                        jdbc.query(
                                "select name, state, state_reason from tenancy.tenant where id = ? and state <> 'ACTIVE'",
                                (row, number) ->
                                        new ZoneStandsStill.Why(
                                                row.getString(1),
                                                TenantState.valueOf(row.getString(2)),
                                                row.getString(3)),
                                zone.value())));
    }

    private record Read(long at, ZoneStandsStill.@Nullable Why why) {}
}
