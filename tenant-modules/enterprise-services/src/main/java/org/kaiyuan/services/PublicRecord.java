package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The park's record for the public, of this month and the eleven before; null parts where the park has not switched it on.
 * Figures may be five minutes old; switching off works at once.
 */
@Service
public class PublicRecord {
    static final String SUBJECT = "services.setting";

    private static final int MONTHS = 12;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final FigureSql figures;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;
    private final Map<TenantId, Kept> kept = new ConcurrentHashMap<>();

    PublicRecord(FigureSql figures, JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.figures = figures;
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** @param total null while it is switched off */
    public record Shown(
            boolean on,
            @Nullable FigureLine total,
            List<FigureLine> services,
            List<FigureLine> months) {
        public Shown {
            services = List.copyOf(services);
            months = List.copyOf(months);
        }
    }

    private record Kept(Shown shown, Instant at) {}

    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SYSTEM', '" + ServicesPermissions.READ + "')")
    public Shown shown() {
        var zone = CurrentTenant.get();
        if (!on()) {
            kept.remove(zone);
            return new Shown(false, null, List.of(), List.of());
        }
        if (CaseSight.only() != null) {
            return figures(); // of their cases alone: not what the public sees, so not to be kept
        }
        var before = kept.get(zone);
        var now = clock.instant();
        if (before != null && Duration.between(before.at(), now).abs().compareTo(KEPT) < 0) {
            return before.shown();
        }
        var shown = figures();
        kept.put(zone, new Kept(shown, now));
        return shown;
    }

    /** Whether the park has switched it on; no figures are counted for it. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SYSTEM', '" + ServicesPermissions.READ + "')")
    public boolean isOn() {
        return on();
    }

    @Transactional
    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public void show(boolean on) {
        boolean before = on();
        if (before == on) {
            return;
        }
        var zone = CurrentTenant.get();
        jdbc.update(
                """
                insert into services.setting (tenant_id, public_record, updated_by, updated_at) values (?, ?, ?, ?)
                on conflict (tenant_id) do update set public_record = excluded.public_record, updated_by = excluded.updated_by,
                    updated_at = excluded.updated_at, version = services.setting.version + 1\
                """,
                zone.value(),
                on,
                ChangeHistory.actor(),
                Timestamp.from(clock.instant()));
        history.record(
                SUBJECT,
                new UUID(0, zone.value()),
                on ? "shown" : "hidden",
                List.of(
                        new FieldChange(
                                "publicRecord", String.valueOf(before), String.valueOf(on))));
    }

    private boolean on() {
        return jdbc
                .queryForList("select public_record from services.setting", Boolean.class)
                .stream()
                .anyMatch(Boolean.TRUE::equals);
    }

    private Shown figures() {
        var month = YearMonth.now(clock);
        var question = new FigureQuestion(month.minusMonths(MONTHS - 1), month, null, null);
        return new Shown(
                true,
                figures.total(question),
                figures.by(FigureGroup.SERVICE, question),
                figures.by(FigureGroup.MONTH, question));
    }
}
