package org.kaiyuan.plots;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.IdleFacts;
import org.kaiyuan.plots.domain.IdleRule;
import org.kaiyuan.plots.domain.Plot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at the facts of all supplied plots and proposes which lie idle; takes a proposal back when the facts no longer
 * hold. Never touches what a person has decided, and changes no state of a plot.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IdleKeeping {
    static final int PAGE = 500;

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    IdleKeeping(JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    private record Looked(UUID plot, UUID contract, @Nullable IdleEvidence found) {}

    /**
     * What came of a page.
     *
     * @param last where the next page begins; null after the last one
     * @param proposed plots that are proposed anew
     */
    record Page(@Nullable UUID last, List<UUID> proposed) {}

    /** Proposes for one page of plots, in four statements however many there are. */
    Page propose(@Nullable UUID after, LocalDate today) {
        var looked = look(after, today);
        if (looked.isEmpty()) {
            return new Page(null, List.of());
        }
        var plots = looked.stream().map(Looked::plot).toArray(UUID[]::new);
        var idle = looked.stream().filter(one -> one.found() != null).toList();
        var which = idle.stream().map(Looked::plot).toArray(UUID[]::new);
        var kinds = texts(idle, found -> found.kind().name());
        var days = texts(idle, found -> found.since().toString());
        withdraw(
                """
                plot_id = any (?) and not exists (
                    select from unnest(?::uuid[], ?::text[], ?::date[]) as f (plot_id, kind, since)
                    where f.plot_id = plots.idle_case.plot_id and f.kind = plots.idle_case.kind
                      and f.since = plots.idle_case.since)\
                """,
                plots,
                which,
                kinds,
                days);
        var proposed = idle.isEmpty() ? List.<UUID>of() : insert(idle, which, kinds, days);
        history.recordEach(Plot.SUBJECT, proposed, "idleProposed", List.of());
        return new Page(
                looked.size() < PAGE ? null : looked.getLast().plot(), List.copyOf(proposed));
    }

    /** Takes back what was proposed for plots that are looked at no more: finished, taken back, without contract. */
    void withdrawOfOthers() {
        withdraw(
                """
                not exists (
                    select from plots.plot p join plots.supply_contract c
                        on c.tenant_id = p.tenant_id and c.plot_id = p.id and c.ended_on is null
                    where p.tenant_id = plots.idle_case.tenant_id and p.id = plots.idle_case.plot_id
                      and c.id = plots.idle_case.contract_id and p.ended_on is null
                      and p.state in ('SUPPLIED', 'CONSTRUCTION'))\
                """);
    }

    /** Facts of one plot; empty where it is none that could lie idle. */
    List<IdleEvidence> evidence(PlotId plot, LocalDate today) {
        return facts("p.id = ? limit 1", today, plot.value()).stream()
                .map(Looked::found)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<Looked> look(@Nullable UUID after, LocalDate today) {
        return facts(
                "p.id > ? order by p.id limit " + PAGE,
                today,
                after == null ? new UUID(0, 0) : after);
    }

    private List<Looked> facts(String which, LocalDate today, Object argument) {
        return jdbc.query(
                """
                select p.id, c.id, coalesce(p.declared_m2, p.computed_m2), c.start_on, c.investment_yuan_m2,
                       k.started_on, k.built_m2, k.invested_yuan, s.froms, s.tos, s.causes
                from plots.plot p
                join plots.supply_contract c on c.tenant_id = p.tenant_id and c.plot_id = p.id and c.ended_on is null
                left join plots.construction k on k.tenant_id = c.tenant_id and k.contract_id = c.id
                left join lateral (
                    select array_agg(w.from_on::text order by w.id) as froms, array_agg(w.to_on::text order by w.id) as tos,
                           array_agg(w.cause order by w.id) as causes
                    from plots.work_stop w
                    where w.tenant_id = c.tenant_id and w.contract_id = c.id and w.removed_at is null) s on true
                where p.ended_on is null and p.state in ('SUPPLIED', 'CONSTRUCTION') and %s\
                """
                        .formatted(which),
                (row, number) ->
                        new Looked(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                IdleRule.find(facts(row), today).orElse(null)),
                argument);
    }

    private static IdleFacts facts(ResultSet row) throws SQLException {
        var ground = row.getBigDecimal(3);
        return new IdleFacts(
                row.getObject(4, LocalDate.class),
                row.getObject(6, LocalDate.class),
                ground,
                row.getBigDecimal(7),
                ConstructionBook.promised(row.getBigDecimal(5), ground),
                row.getBigDecimal(8),
                stops(row.getArray(9), row.getArray(10), row.getArray(11)));
    }

    private static List<IdleFacts.Stop> stops(
            @Nullable Array froms, @Nullable Array tos, @Nullable Array causes)
            throws SQLException {
        if (froms == null || tos == null || causes == null) {
            return List.of();
        }
        var from = (String[]) froms.getArray();
        @Nullable String[] to = (String[]) tos.getArray();
        var cause = (String[]) causes.getArray();
        var stops = new ArrayList<IdleFacts.Stop>();
        for (int i = 0; i < from.length; i++) {
            var last = to[i];
            stops.add(
                    new IdleFacts.Stop(
                            LocalDate.parse(from[i]),
                            last == null ? null : LocalDate.parse(last),
                            StopCause.valueOf(cause[i])));
        }
        return stops;
    }

    /**
     * What a person rejected is not proposed again for the same reason and day until as many days were counted once
     * more as make ground idle, a year: so that no rejection silences the alarm forever. That is a rule of ours, not of
     * the law. The evidence of the rest is today's.
     */
    private List<UUID> insert(List<Looked> idle, UUID[] which, String[] kinds, String[] days) {
        var before = Set.copyOf(open(which));
        jdbc.update(
                """
                insert into plots.idle_case
                    (tenant_id, id, plot_id, contract_id, kind, state, since, computed_on, days_counted, days_needed,
                     days_excluded, started_on, area_share, investment_share, made_at)
                select ?, f.id, f.plot_id, f.contract_id, f.kind, 'PROPOSED', f.since, f.computed_on, f.counted, f.needed,
                       f.excluded, f.started_on, f.area_share, f.investment_share, ?
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::date[], ?::int[], ?::int[], ?::int[],
                            ?::date[], ?::numeric[], ?::numeric[])
                    as f (id, plot_id, contract_id, kind, since, computed_on, counted, needed, excluded, started_on,
                          area_share, investment_share)
                where not exists (
                    select from plots.idle_case r where r.tenant_id = ? and r.contract_id = f.contract_id
                      and r.kind = f.kind and r.since = f.since and r.state = 'REJECTED'
                      and f.counted < r.days_counted + f.needed)
                on conflict (tenant_id, plot_id) where ended_at is null do update
                set computed_on = excluded.computed_on, days_counted = excluded.days_counted,
                    days_excluded = excluded.days_excluded, area_share = excluded.area_share,
                    investment_share = excluded.investment_share
                where plots.idle_case.state = 'PROPOSED' and plots.idle_case.computed_on < excluded.computed_on\
                """,
                CurrentTenant.get().value(),
                Timestamp.from(clock.instant()),
                idle.stream().map(one -> UuidV7.next()).toArray(UUID[]::new),
                which,
                idle.stream().map(Looked::contract).toArray(UUID[]::new),
                kinds,
                days,
                texts(idle, found -> found.computedOn().toString()),
                texts(idle, found -> String.valueOf(found.daysCounted())),
                texts(idle, found -> String.valueOf(found.daysNeeded())),
                texts(idle, found -> String.valueOf(found.daysExcluded())),
                maybe(idle, IdleEvidence::startedOn),
                maybe(idle, IdleEvidence::areaShare),
                maybe(idle, IdleEvidence::investmentShare),
                CurrentTenant.get().value());
        return open(which).stream().filter(plot -> !before.contains(plot)).toList();
    }

    private List<UUID> open(UUID[] which) {
        return jdbc.query(
                "select plot_id from plots.idle_case where ended_at is null and plot_id = any (?) order by plot_id",
                IdleKeeping::id,
                (Object) which);
    }

    private static UUID id(ResultSet row, int number) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private void withdraw(String which, Object... arguments) {
        var all = new ArrayList<Object>();
        all.add(Timestamp.from(clock.instant()));
        all.addAll(List.of(arguments));
        var withdrawn =
                jdbc.query(
                        """
                        update plots.idle_case set state = 'WITHDRAWN', ended_at = ?, version = version + 1
                        where state = 'PROPOSED' and %s returning plot_id\
                        """
                                .formatted(which),
                        IdleKeeping::id,
                        all.toArray());
        history.recordEach(Plot.SUBJECT, withdrawn, "idleWithdrawn", List.of());
    }

    private static String[] texts(List<Looked> idle, Function<IdleEvidence, String> text) {
        return idle.stream()
                .map(one -> text.apply(Objects.requireNonNull(one.found())))
                .toArray(String[]::new);
    }

    private static @Nullable String[] maybe(
            List<Looked> idle, Function<IdleEvidence, @Nullable Object> value) {
        var all = new @Nullable String[idle.size()];
        for (int i = 0; i < all.length; i++) {
            var one = value.apply(Objects.requireNonNull(idle.get(i).found()));
            all[i] = one == null ? null : one.toString();
        }
        return all;
    }
}
