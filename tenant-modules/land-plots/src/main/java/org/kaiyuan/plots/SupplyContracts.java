package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.kaiyuan.plots.domain.SupplyTerms;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Supply contracts: signing, amending, ending. One runs for a plot at a time, the database lets no second in. */
@Service
@Transactional
public class SupplyContracts {
    private static final int MOST = 100;

    private final Plots plots;
    private final SupplyBook book;
    private final SupplyRulesKeeping rules;
    private final LeadDirectory leads;
    private final EnterpriseDirectory enterprises;
    private final HolderFigures holders;
    private final ReservationKeeping reservations;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    SupplyContracts(
            Plots plots,
            SupplyBook book,
            SupplyRulesKeeping rules,
            LeadDirectory leads,
            EnterpriseDirectory enterprises,
            HolderFigures holders,
            ReservationKeeping reservations,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.reservations = reservations;
        this.plots = plots;
        this.book = book;
        this.rules = rules;
        this.leads = leads;
        this.enterprises = enterprises;
        this.holders = holders;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Signs a contract for a plot that is announced, or was supplied before it was kept here. Whoever signs holds the
     * plot; its state stays.
     *
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when the plot is neither announced nor supplied, or a contract runs
     * @throws ReservationRefused when a lead holds the plot that the contract does not name
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws org.kaiyuan.leads.UnknownLead when there is no such lead that may be seen
     */
    @PreAuthorize(
            "hasAllRoles('"
                    + PlotPermissions.SUPPLY
                    + "', '"
                    + LeadPermissions.READ
                    + "', '"
                    + EnterprisePermissions.READ
                    + "')")
    public UUID sign(PlotId id, SupplyNote wanted) {
        var plot = plots.hold(id);
        if (plot.hasEnded()
                || (plot.state() != PlotState.ANNOUNCED && plot.state() != PlotState.SUPPLIED)) {
            throw SupplyRefused.notOpen(plot.state());
        }
        book.running(id)
                .ifPresent(running -> {
                    throw SupplyRefused.running(running.note().number());
                });
        var note = checked(plot, wanted);
        refuseUnseen(note.leadId());
        reservations.refuseContract(id, note.leadId());
        var contract = UuidV7.next();
        jdbc.update(
                """
                insert into plots.supply_contract
                    (number, signed_on, holder_id, holder_name, lead_id, term_years, lease_years, price_yuan, start_on,
                     finish_on, production_on, investment_yuan_m2, tax_yuan_m2, output_yuan_m2, floor_ratio, energy_tce,
                     jobs, note, tenant_id, id, plot_id, mode, phase, made_at, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                SupplyBook.values(
                        note,
                        CurrentTenant.get().value(),
                        contract,
                        id.value(),
                        note.mode().name(),
                        note.mode().first().name(),
                        Timestamp.from(clock.instant()),
                        person.username()));
        worded(contract, 0, note, "");
        book.heldBy(plot, note.holderId(), note.holderName());
        plots.save(plot);
        look(note);
        history.record(
                Plot.SUBJECT, id.value(), "contractSigned", SupplyTerms.differences(null, note));
        return contract;
    }

    /**
     * Amends the running contract; each wording is kept. Its mode stays.
     *
     * @param basedOn the version that the person saw
     * @return the version that is stored then
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when no contract runs, or for another mode
     * @throws ReservationRefused when a lead holds the plot that the contract does not name
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws org.kaiyuan.leads.UnknownLead when there is no such lead that may be seen
     */
    @PreAuthorize(
            "hasAllRoles('"
                    + PlotPermissions.SUPPLY
                    + "', '"
                    + LeadPermissions.READ
                    + "', '"
                    + EnterprisePermissions.READ
                    + "')")
    public long amend(PlotId id, long basedOn, SupplyNote wanted, String reason) {
        var plot = plots.hold(id);
        var before = seen(id, basedOn);
        if (before.note().mode() != wanted.mode()) {
            throw SupplyRefused.mode();
        }
        var lead = before.note().leadId();
        var kept = lead != null && wanted.leadId() == null && visible(List.of(before)).isEmpty();
        var note = checked(plot, kept ? withLead(wanted, lead) : wanted);
        if (!Objects.equals(note.leadId(), lead)) {
            refuseUnseen(note.leadId());
            reservations.refuseContract(id, note.leadId());
        }
        var why = reason(reason);
        jdbc.update(
                """
                update plots.supply_contract
                set number = ?, signed_on = ?, holder_id = ?, holder_name = ?, lead_id = ?, term_years = ?,
                    lease_years = ?, price_yuan = ?, start_on = ?, finish_on = ?, production_on = ?,
                    investment_yuan_m2 = ?, tax_yuan_m2 = ?, output_yuan_m2 = ?, floor_ratio = ?, energy_tce = ?,
                    jobs = ?, note = ?, version = version + 1
                where id = ?\
                """,
                SupplyBook.values(note, before.id()));
        worded(before.id(), basedOn + 1, note, why);
        book.heldBy(plot, note.holderId(), note.holderName());
        plots.save(plot);
        if (!Objects.equals(note.leadId(), lead)) {
            reservations.letIn(id);
        }
        look(note);
        var changes = SupplyTerms.differences(before.note(), note);
        changes.add(new FieldChange("reason", null, why));
        history.record(Plot.SUBJECT, id.value(), "contractAmended", changes);
        return basedOn + 1;
    }

    /**
     * Ends it before its time, or when its term is over; nobody holds the plot then, and a lead that waited may be
     * the next. Its state stays.
     *
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when no contract runs
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused for a day that is ahead or before the signing, or no reason
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public void end(PlotId id, long basedOn, LocalDate on, String reason) {
        var plot = plots.hold(id);
        var before = seen(id, basedOn);
        var faults = new Faults();
        faults.past("endedOn", on, LocalDate.now(clock));
        faults.order(before.note().signedOn(), "endedOn", on);
        faults.refuse();
        book.end(id, before, on, reason(reason), IdleState.LAPSED);
        book.heldBy(plot, null, null);
        plots.save(plot);
        reservations.letIn(id);
    }

    /**
     * The one that runs; empty where none does.
     *
     * @throws UnknownPlot when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public Optional<SupplyContract> running(PlotId id) {
        plots.get(id);
        return seen(book.running(id).stream().toList()).stream().findFirst();
    }

    /**
     * All that were, the newest first; at most 100.
     *
     * @throws UnknownPlot when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<SupplyContract> of(PlotId id) {
        plots.get(id);
        return seen(
                book.find(
                        "plot_id = ? order by signed_on desc, id desc limit " + MOST, id.value()));
    }

    /**
     * Every wording of a contract, the newest first, at most 100; without the lead.
     *
     * @throws UnknownPlot when there is none
     * @throws UnknownContract when it is none of the plot
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<SupplyAmendment> amendments(PlotId id, UUID contract) {
        plots.get(id);
        if (book.find("id = ? and plot_id = ?", contract, id.value()).isEmpty()) {
            throw new UnknownContract();
        }
        return jdbc.query(
                """
                select version, note, reason, at, actor_name from plots.supply_amendment
                where contract_id = ? order by version desc limit 100\
                """,
                (row, number) ->
                        new SupplyAmendment(
                                row.getLong(1),
                                withLead(json.readValue(row.getString(2), SupplyNote.class), null),
                                row.getString(3),
                                row.getTimestamp(4).toInstant(),
                                row.getString(5)),
                contract);
    }

    private SupplyContract seen(PlotId id, long basedOn) {
        var before = book.needed(id);
        if (before.version() != basedOn) {
            throw new SupplyChangedMeanwhile(before.version());
        }
        return before;
    }

    /** The name of an enterprise of the directory is the directory's where none is given. */
    private SupplyNote checked(Plot plot, SupplyNote n) {
        var named = n;
        if (n.holderId() != null) {
            var found = enterprises.rows(List.of(new EnterpriseId(n.holderId())));
            if (found.isEmpty()) {
                throw new PlotFieldsRefused("holderId", "plots.rule.holder");
            }
            if (n.holderName() == null || n.holderName().isBlank()) {
                named = named(n, found.getFirst().name());
            }
        }
        return SupplyTerms.checked(
                named, plot.profile().useCode(), rules.current(), LocalDate.now(clock));
    }

    private void refuseUnseen(@Nullable UUID lead) {
        if (lead != null) {
            leads.details(new LeadId(lead));
        }
    }

    private List<SupplyContract> seen(List<SupplyContract> contracts) {
        var visible = visible(contracts);
        return contracts.stream()
                .map(c ->
                        c.note().leadId() == null || visible.contains(c.note().leadId())
                                ? c
                                : new SupplyContract(
                                        c.id(),
                                        c.version(),
                                        withLead(c.note(), null),
                                        c.phase(),
                                        c.leaseEndsOn(),
                                        c.grantedOn(),
                                        c.endedOn(),
                                        c.endReason(),
                                        c.madeAt(),
                                        c.madeBy()))
                .toList();
    }

    /** Leads of them that the person may see, in one statement. */
    private Set<UUID> visible(List<SupplyContract> contracts) {
        var all =
                contracts.stream()
                        .flatMap(c -> Stream.ofNullable(c.note().leadId()))
                        .distinct()
                        .map(LeadId::new)
                        .toList();
        return all.isEmpty() || !person.may(LeadPermissions.READ)
                ? Set.of()
                : leads.rows(all).stream().map(row -> row.id().value()).collect(Collectors.toSet());
    }

    private void look(SupplyNote note) {
        if (note.holderId() != null) {
            holders.refresh(new EnterpriseId(note.holderId()));
        }
    }

    private static String reason(String reason) {
        var faults = new Faults();
        var tidy = faults.neededText("reason", reason, 1000);
        faults.refuse();
        return tidy;
    }

    private void worded(UUID contract, long version, SupplyNote note, String reason) {
        jdbc.update(
                """
                insert into plots.supply_amendment
                    (tenant_id, contract_id, version, note, reason, at, actor, actor_name)
                values (?, ?, ?, ?::jsonb, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                contract,
                version,
                json.writeValueAsString(note),
                reason,
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName());
    }

    private static SupplyNote named(SupplyNote n, String holder) {
        return copy(n, holder, n.leadId());
    }

    private static SupplyNote withLead(SupplyNote n, @Nullable UUID lead) {
        return copy(n, n.holderName(), lead);
    }

    private static SupplyNote copy(SupplyNote n, @Nullable String holder, @Nullable UUID lead) {
        return new SupplyNote(
                n.mode(),
                n.number(),
                n.signedOn(),
                n.holderId(),
                holder,
                lead,
                n.termYears(),
                n.leaseYears(),
                n.priceYuan(),
                n.startOn(),
                n.finishOn(),
                n.productionOn(),
                n.investmentYuanM2(),
                n.taxYuanM2(),
                n.outputYuanM2(),
                n.floorRatio(),
                n.energyTce(),
                n.jobs(),
                n.note());
    }
}
