package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.domain.Rulings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who decides a matter here, on any day, by what was published at any time. */
@Service
@Transactional(readOnly = true)
public class WhoDecides {
    private final JdbcTemplate jdbc;
    private final Clock clock;

    WhoDecides(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By what is published now. */
    @PreAuthorize("hasAnyRole('SYSTEM', '" + DelegationPermissions.READ + "')")
    public Ruling decides(MatterId matter, @Nullable String place, LocalDate day) {
        return decides(matter, place, day, clock.instant());
    }

    /**
     * What was believed at one time about a day.
     *
     * @param place a part of the zone; null for the zone as a whole
     * @param known by the editions that were published then
     */
    @PreAuthorize("hasAnyRole('SYSTEM', '" + DelegationPermissions.READ + "')")
    public Ruling decides(MatterId matter, @Nullable String place, LocalDate day, Instant known) {
        var entries =
                jdbc.query(
                        """
                        select %s
                        from delegation.wording w
                        join delegation.list l on l.tenant_id = w.tenant_id and l.id = w.list_id
                        join lateral (
                            select e.number from delegation.edition e
                            where e.tenant_id = w.tenant_id and e.list_id = w.list_id and e.published_at <= ?
                            order by e.published_at desc, e.number desc limit 1) n on true
                        where w.matter_id = ? and l.kind in %s
                          and w.from_edition <= n.number and (w.to_edition is null or w.to_edition > n.number)
                        order by w.effective_on, w.entry_id limit 500\
                        """
                                .formatted(Wordings.COLUMNS, Wordings.HOLD_POWERS),
                        (row, n) -> Wordings.entry(row),
                        Timestamp.from(
                                known.isBefore(Instant.EPOCH) ? Instant.EPOCH : atMostNow(known)),
                        matter.value());
        return Rulings.of(entries, place, day);
    }

    /**
     * Who decides each of them in the zone as a whole on a day, by what is published now, in one query; matters that the zone's
     * catalogue does not have are left out. For other rooms, which show it to people who need not see the lists.
     */
    @PreAuthorize("hasRole('SYSTEM')")
    public Map<MatterId, Ruling> here(Collection<MatterId> matters, LocalDate day) {
        if (matters.isEmpty()) {
            return Map.of();
        }
        Map<MatterId, List<WrittenEntry>> entries = new HashMap<>();
        var ids = matters.stream().map(MatterId::value).distinct().toArray(UUID[]::new);
        jdbc.query(
                "select id from delegation.matter where id = any (?)",
                row -> {
                    entries.put(new MatterId(row.getObject(1, UUID.class)), new ArrayList<>());
                },
                (Object) ids);
        jdbc.query(
                """
                select %s
                from delegation.wording w
                join delegation.list l on l.tenant_id = w.tenant_id and l.id = w.list_id
                where w.matter_id = any (?) and l.kind in %s and w.to_edition is null
                order by w.effective_on, w.entry_id\
                """
                        .formatted(Wordings.COLUMNS, Wordings.HOLD_POWERS),
                row -> {
                    var entry = Wordings.entry(row);
                    entries.computeIfAbsent(entry.note().matter(), none -> new ArrayList<>())
                            .add(entry);
                },
                (Object) ids);
        Map<MatterId, Ruling> rulings = new HashMap<>();
        entries.forEach((matter, all) -> rulings.put(matter, Rulings.of(all, null, day)));
        return rulings;
    }

    /** Nothing was published later; the database knows no days without end. */
    private Instant atMostNow(Instant known) {
        var now = clock.instant();
        return known.isAfter(now) ? now : known;
    }
}
