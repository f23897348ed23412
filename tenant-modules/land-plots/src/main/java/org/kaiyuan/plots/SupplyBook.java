package org.kaiyuan.plots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.plots.domain.Plot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Contracts as they are kept. Whoever changes one holds its plot. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SupplyBook {
    private static final String ALL = "select * from plots.supply_contract where ";

    private final JdbcTemplate jdbc;
    private final PlotPast past;
    private final ChangeHistory history;
    private final Clock clock;

    SupplyBook(JdbcTemplate jdbc, PlotPast past, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.past = past;
        this.history = history;
        this.clock = clock;
    }

    Optional<SupplyContract> running(PlotId plot) {
        return find("plot_id = ? and ended_on is null", plot.value()).stream().findFirst();
    }

    /** @throws SupplyRefused when no contract runs */
    SupplyContract needed(PlotId plot) {
        return running(plot).orElseThrow(SupplyRefused::noContract);
    }

    List<SupplyContract> find(String which, @Nullable Object... arguments) {
        return jdbc.query(ALL + which, (row, number) -> contract(row), arguments);
    }

    /**
     * Ends it, and the open case of idle ground with it.
     *
     * @param confirmed what becomes of a case that was confirmed: only ground that is taken back is disposed of
     * @throws SupplyChangedMeanwhile when it is not of that version any more
     */
    void end(
            PlotId plot,
            SupplyContract contract,
            LocalDate on,
            String reason,
            IdleState confirmed) {
        int ended =
                jdbc.update(
                        """
                        update plots.supply_contract set ended_on = ?, end_reason = ?, version = version + 1
                        where id = ? and version = ? and ended_on is null\
                        """,
                        on,
                        reason,
                        contract.id(),
                        contract.version());
        if (ended == 0) {
            throw new SupplyChangedMeanwhile(contract.version() + 1);
        }
        jdbc.update(
                """
                update plots.idle_case set state = case state when 'PROPOSED' then 'WITHDRAWN' else ? end,
                    ended_at = ?, reason = left(coalesce(reason || '；', '') || ?, 2000), version = version + 1
                where plot_id = ? and ended_at is null\
                """,
                confirmed.name(),
                Timestamp.from(clock.instant()),
                reason,
                plot.value());
        history.record(
                Plot.SUBJECT,
                plot.value(),
                "contractEnded",
                List.of(
                        new FieldChange("contractNumber", contract.note().number(), null),
                        new FieldChange("reason", null, reason)));
    }

    /** The plot was taken back: so end the contract and whoever holds it by it. The caller saves the plot. */
    void recovered(Plot plot, LocalDate on, @Nullable String reason) {
        running(plot.id())
                .ifPresent(contract -> {
                    end(
                            plot.id(),
                            contract,
                            on.isBefore(contract.note().signedOn())
                                    ? contract.note().signedOn()
                                    : on,
                            reason == null || reason.isBlank() ? "收回" : reason,
                            IdleState.CLOSED);
                    heldBy(plot, null, null);
                });
    }

    /** Which version is stored now; the caller holds the plot, so that it stays. */
    long version(String table, UUID id) {
        return jdbc.queryForList(
                        "select version from plots.%s where id = ?".formatted(table),
                        Long.class,
                        id)
                .getFirst();
    }

    /** Who holds the plot by contract from now on; who held it until now is kept. The caller saves the plot. */
    void heldBy(Plot plot, @Nullable UUID holder, @Nullable String name) {
        var before = plot.profile();
        if (!Objects.equals(before.holderId(), holder)
                || !Objects.equals(before.holderName(), name)) {
            past.keep(plot, before);
        }
        plot.heldBy(holder, name, clock.instant());
    }

    static @Nullable Object[] values(SupplyNote n, @Nullable Object... more) {
        var all = new ArrayList<@Nullable Object>();
        all.add(n.number());
        all.add(n.signedOn());
        all.add(n.holderId());
        all.add(n.holderName());
        all.add(n.leadId());
        all.add(n.termYears());
        all.add(n.leaseYears());
        all.add(n.priceYuan());
        all.add(n.startOn());
        all.add(n.finishOn());
        all.add(n.productionOn());
        all.add(n.investmentYuanM2());
        all.add(n.taxYuanM2());
        all.add(n.outputYuanM2());
        all.add(n.floorRatio());
        all.add(n.energyTce());
        all.add(n.jobs());
        all.add(n.note());
        for (var one : more) {
            all.add(one);
        }
        return all.toArray();
    }

    private static SupplyContract contract(ResultSet row) throws SQLException {
        var note =
                new SupplyNote(
                        SupplyMode.valueOf(row.getString("mode")),
                        row.getString("number"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("holder_id", UUID.class),
                        row.getString("holder_name"),
                        row.getObject("lead_id", UUID.class),
                        row.getInt("term_years"),
                        row.getObject("lease_years", Integer.class),
                        row.getBigDecimal("price_yuan"),
                        row.getObject("start_on", LocalDate.class),
                        row.getObject("finish_on", LocalDate.class),
                        row.getObject("production_on", LocalDate.class),
                        row.getBigDecimal("investment_yuan_m2"),
                        row.getBigDecimal("tax_yuan_m2"),
                        row.getBigDecimal("output_yuan_m2"),
                        row.getBigDecimal("floor_ratio"),
                        row.getBigDecimal("energy_tce"),
                        row.getObject("jobs", Integer.class),
                        row.getString("note"));
        var lease = note.leaseYears();
        return new SupplyContract(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                note,
                SupplyPhase.valueOf(row.getString("phase")),
                lease == null ? null : note.signedOn().plusYears(lease).minusDays(1),
                row.getObject("granted_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("end_reason"),
                Objects.requireNonNull(row.getTimestamp("made_at")).toInstant(),
                row.getString("made_by"));
    }
}
