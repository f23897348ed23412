package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.enterprises.YearlyFigures;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.IndicatorRule;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * 达产核查: what was promised against what the holder reported, and the verdict of a person. The verdict lets the plot
 * become 达产核查, unless it is 未达产; it does not move it.
 *
 * <p>An enterprise reports for itself and not for a plot. Its money is divided by all ground that it holds, its
 * energy and people are shared out by area.
 */
@Service
@Transactional
public class PlotVerifications {
    private final Plots plots;
    private final SupplyBook book;
    private final ConstructionBook construction;
    private final SupplyRulesKeeping rules;
    private final EnterpriseDirectory enterprises;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    PlotVerifications(
            Plots plots,
            SupplyBook book,
            ConstructionBook construction,
            SupplyRulesKeeping rules,
            EnterpriseDirectory enterprises,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.plots = plots;
        this.book = book;
        this.construction = construction;
        this.rules = rules;
        this.enterprises = enterprises;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * What was promised by the running contract, or else by the plot's own standard, against a year's figures.
     *
     * @throws UnknownPlot when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize(
            "hasAllRoles('" + PlotPermissions.READ + "', '" + EnterprisePermissions.READ + "')")
    public ProductionComparison compare(PlotId id, int year) {
        return compared(plots.get(id), year);
    }

    /**
     * Enters a verdict.
     *
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when the plot does not produce, or produces since a later day only
     * @throws PlotFieldsRefused when a field is not as it must be
     */
    @PreAuthorize(
            "hasAllRoles('" + PlotPermissions.SUPPLY + "', '" + EnterprisePermissions.READ + "')")
    public UUID verify(PlotId id, VerificationNote wanted) {
        var plot = plots.hold(id);
        if (plot.hasEnded() || plot.state() != PlotState.PRODUCTION) {
            throw SupplyRefused.notProducing(plot.state());
        }
        var n = checked(wanted);
        var since = plot.details().stateSince();
        if (n.decidedOn().isBefore(since)) {
            throw SupplyRefused.beforeProduction(since);
        }
        var verification = UuidV7.next();
        jdbc.update(
                """
                insert into plots.verification
                    (tenant_id, id, plot_id, contract_id, year, verdict, document, decided_on, lines, note, at, actor,
                     actor_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                verification,
                id.value(),
                book.running(id).map(SupplyContract::id).orElse(null),
                n.year(),
                n.verdict().name(),
                n.document(),
                n.decidedOn(),
                json.writeValueAsString(compared(plot, n.year()).lines()),
                n.note(),
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName());
        history.record(
                Plot.SUBJECT,
                id.value(),
                "verified",
                List.of(
                        new FieldChange("verdict", null, n.verdict().name()),
                        new FieldChange("document", null, n.document())));
        return verification;
    }

    /**
     * Those of a plot, the newest first; at most 50.
     *
     * @throws UnknownPlot when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<VerificationLine> of(PlotId id) {
        plots.get(id);
        return jdbc.query(
                """
                select id, year, verdict, document, decided_on, note, lines, at, actor_name from plots.verification
                where plot_id = ? order by decided_on desc, id desc limit 50\
                """,
                (row, number) ->
                        new VerificationLine(
                                row.getObject(1, UUID.class),
                                new VerificationNote(
                                        row.getInt(2),
                                        ProductionVerdict.valueOf(row.getString(3)),
                                        row.getString(4),
                                        row.getObject(5, LocalDate.class),
                                        row.getString(6)),
                                List.of(json.readValue(row.getString(7), IndicatorLine[].class)),
                                row.getTimestamp(8).toInstant(),
                                row.getString(9)),
                id.value());
    }

    private ProductionComparison compared(Plot plot, int year) {
        var details = plot.details();
        var p = details.profile();
        var ground = p.declaredM2() == null ? details.computedM2() : p.declaredM2();
        var contract = book.running(plot.id()).orElse(null);
        var n = contract == null ? null : contract.note();
        var holder = n == null ? p.holderId() : n.holderId();
        var held = holder == null ? ground : held(holder).max(ground);
        var figures = holder == null ? null : figures(holder, year);
        var built =
                contract == null
                        ? null
                        : construction.of(plot.id(), contract, LocalDate.now(clock));
        var invested = built == null || built.note() == null ? null : built.note().investedYuan();
        var partly = rules.current().partlyPercent();
        var lines =
                List.of(
                        IndicatorRule.line(
                                Indicator.INVESTMENT,
                                or(n == null ? null : n.investmentYuanM2(), p.investmentYuanM2()),
                                divided(invested, ground),
                                partly),
                        IndicatorRule.line(
                                Indicator.TAX,
                                or(n == null ? null : n.taxYuanM2(), p.taxYuanM2()),
                                divided(figures == null ? null : figures.taxYuan(), held),
                                partly),
                        IndicatorRule.line(
                                Indicator.OUTPUT,
                                or(n == null ? null : n.outputYuanM2(), p.outputYuanM2()),
                                divided(figures == null ? null : figures.revenueYuan(), held),
                                partly),
                        IndicatorRule.line(
                                Indicator.FLOOR_RATIO,
                                or(n == null ? null : n.floorRatio(), p.leastRatio()),
                                built == null ? null : built.floorRatio(),
                                partly),
                        IndicatorRule.line(
                                Indicator.ENERGY,
                                n == null ? null : n.energyTce(),
                                shared(figures == null ? null : figures.energyTce(), ground, held),
                                partly),
                        IndicatorRule.line(
                                Indicator.JOBS,
                                n == null || n.jobs() == null ? null : BigDecimal.valueOf(n.jobs()),
                                shared(people(figures), ground, held),
                                partly));
        return new ProductionComparison(
                year,
                n == null ? p.holderName() : n.holderName(),
                ground,
                held,
                figures != null,
                lines);
    }

    private @Nullable YearlyFigures figures(UUID holder, int year) {
        try {
            return enterprises.details(new EnterpriseId(holder)).profile().figures().stream()
                    .filter(one -> one.year() == year)
                    .findFirst()
                    .orElse(null);
        } catch (UnknownEnterprise gone) {
            return null;
        }
    }

    private BigDecimal held(UUID holder) {
        var sum =
                jdbc.queryForObject(
                        """
                        select coalesce(sum(coalesce(p.declared_m2, p.computed_m2)), 0)
                        from plots.supply_contract c join plots.plot p on p.tenant_id = c.tenant_id and p.id = c.plot_id
                        where c.holder_id = ? and c.ended_on is null and p.ended_on is null\
                        """,
                        BigDecimal.class,
                        holder);
        return sum == null ? BigDecimal.ZERO : sum;
    }

    private VerificationNote checked(VerificationNote n) {
        var today = LocalDate.now(clock);
        var faults = new Faults();
        faults.whole("year", n.year(), 1990, today.getYear());
        var document = faults.needed("document", n.document(), 200);
        faults.past("decidedOn", n.decidedOn(), today);
        var note = faults.text("note", n.note(), 2000);
        faults.refuse();
        return new VerificationNote(n.year(), n.verdict(), document, n.decidedOn(), note);
    }

    private static @Nullable BigDecimal people(@Nullable YearlyFigures figures) {
        var employees = figures == null ? null : figures.employees();
        return employees == null ? null : BigDecimal.valueOf(employees);
    }

    private static @Nullable BigDecimal or(@Nullable BigDecimal first, @Nullable BigDecimal other) {
        return first == null ? other : first;
    }

    private static @Nullable BigDecimal divided(@Nullable BigDecimal yuan, BigDecimal m2) {
        return yuan == null ? null : yuan.divide(m2, 4, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal shared(
            @Nullable BigDecimal whole, BigDecimal ground, BigDecimal held) {
        return whole == null ? null : whole.multiply(ground).divide(held, 2, RoundingMode.HALF_UP);
    }
}
