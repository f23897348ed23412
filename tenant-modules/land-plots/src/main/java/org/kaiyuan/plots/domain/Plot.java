package org.kaiyuan.plots.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.TenantOwned;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.plots.LineageAct;
import org.kaiyuan.plots.PlotChanged;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotEnded;
import org.kaiyuan.plots.PlotHasEnded;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotMoved;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.PlotStateRefused;
import org.kaiyuan.plots.Utility;

/** A piece of ground, as long as its border is what it is. One that ended never changes. */
@Entity
@Table(schema = "plots", name = "plot")
public class Plot extends TenantOwned {
    /** What the history calls a plot. */
    public static final String SUBJECT = "plots.plot";

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PlotId id;

    private String number;
    private String name;

    @Column(name = "use_code")
    private String useCode;

    @Enumerated(EnumType.STRING)
    private PlotState state;

    @Column(name = "state_since")
    private LocalDate stateSince;

    private int zone;
    private byte[] shape;
    private double west;
    private double south;
    private double east;
    private double north;

    @Column(name = "declared_m2")
    private @Nullable BigDecimal declaredM2;

    @Column(name = "computed_m2")
    private BigDecimal computedM2;

    @Column(name = "plan_name")
    private @Nullable String planName;

    @Column(name = "planned_on")
    private @Nullable LocalDate plannedOn;

    @Column(name = "least_ratio")
    private @Nullable BigDecimal leastRatio;

    @Column(name = "most_ratio")
    private @Nullable BigDecimal mostRatio;

    @Column(name = "least_density")
    private @Nullable BigDecimal leastDensity;

    @Column(name = "most_height_m")
    private @Nullable BigDecimal mostHeightM;

    @Column(name = "most_green")
    private @Nullable BigDecimal mostGreen;

    @Column(name = "most_service")
    private @Nullable BigDecimal mostService;

    @Column(name = "investment_yuan_m2")
    private @Nullable BigDecimal investmentYuanM2;

    @Column(name = "tax_yuan_m2")
    private @Nullable BigDecimal taxYuanM2;

    @Column(name = "output_yuan_m2")
    private @Nullable BigDecimal outputYuanM2;

    @Column(name = "price_yuan_m2")
    private @Nullable BigDecimal priceYuanM2;

    @Column(name = "price_basis")
    private @Nullable String priceBasis;

    private String[] utilities;
    private String[] industries;

    @Column(name = "holder_id")
    private @Nullable UUID holderId;

    @Column(name = "holder_name")
    private @Nullable String holderName;

    private @Nullable String note;

    @ElementCollection
    @CollectionTable(
            schema = "plots",
            name = "use_share",
            joinColumns = {
                @JoinColumn(name = "tenant_id", referencedColumnName = "tenant_id"),
                @JoinColumn(name = "plot_id", referencedColumnName = "id")
            })
    private List<Share> shares = new ArrayList<>();

    @Column(name = "begun_on")
    private LocalDate begunOn;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** How much of the ground is for one use. */
    @Embeddable
    record Share(@Column(name = "use_code") String useCode, BigDecimal percent) {}

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Plot() {}

    /** @param profile checked before */
    @SuppressWarnings("NullAway.Init")
    public Plot(
            TenantId tenant,
            PlotId id,
            PlotProfile profile,
            PlacedShape ground,
            PlotState state,
            LocalDate begunOn,
            Instant now) {
        this(tenant, id, profile, ground, state, begunOn, begunOn, now);
    }

    /**
     * One that takes the place of others.
     *
     * @param profile checked before
     * @param stateSince since when those before it were what it is, so that a split does not let a term begin anew
     */
    @SuppressWarnings("NullAway.Init")
    public Plot(
            TenantId tenant,
            PlotId id,
            PlotProfile profile,
            PlacedShape ground,
            PlotState state,
            LocalDate stateSince,
            LocalDate begunOn,
            Instant now) {
        super(tenant);
        this.id = id;
        this.state = state;
        this.stateSince = stateSince;
        this.begunOn = begunOn;
        this.createdAt = now;
        this.updatedAt = now;
        place(ground);
        take(profile);
        happened(new PlotChanged(tenant, id));
    }

    public PlotId id() {
        return id;
    }

    public PlotState state() {
        return state;
    }

    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    public LocalDate stateSince() {
        return stateSince;
    }

    public LocalDate begunOn() {
        return begunOn;
    }

    public @Nullable LocalDate endedOn() {
        return endedOn;
    }

    public boolean hasEnded() {
        return endedOn != null;
    }

    public PlacedShape ground() {
        return new PlacedShape(zone, shape, west, south, east, north, computedM2);
    }

    public PlotProfile profile() {
        return new PlotProfile(
                number,
                name,
                useCode,
                shares.stream()
                        .sorted(Comparator.comparing(Share::useCode))
                        .map(share -> new PlotProfile.UseShare(share.useCode(), share.percent()))
                        .toList(),
                declaredM2,
                planName,
                plannedOn,
                leastRatio,
                mostRatio,
                leastDensity,
                mostHeightM,
                mostGreen,
                mostService,
                investmentYuanM2,
                taxYuanM2,
                outputYuanM2,
                priceYuanM2,
                priceBasis,
                Arrays.stream(utilities).map(Utility::valueOf).toList(),
                List.of(industries),
                holderId,
                holderName,
                note);
    }

    /** In full. */
    public PlotDetails details() {
        return new PlotDetails(
                id,
                version(),
                profile(),
                state,
                stateSince,
                Placing.shape(zone, shape),
                computedM2,
                begunOn,
                endedOn);
    }

    /**
     * Takes over a checked profile.
     *
     * @return what changed, field by field; empty when nothing did
     * @throws PlotHasEnded when others took its place
     */
    public List<FieldChange> revise(PlotProfile profile, Instant now) {
        refuseEnded();
        var changes = PlotText.differences(profile(), profile);
        take(profile);
        if (!changes.isEmpty()) {
            changed(now);
        }
        return changes;
    }

    /**
     * Goes on to another state; the gates were asked before.
     *
     * @throws PlotHasEnded when others took its place
     * @throws PlotStateRefused when no step leads there
     */
    public void become(PlotState next, LocalDate day, UUID moveId, Instant now) {
        refuseEnded();
        if (!state.mayBecome(next)) {
            throw new PlotStateRefused(state, next);
        }
        var from = state;
        state = next;
        stateSince = day;
        changed(now);
        happened(new PlotMoved(tenantId(), id, from, next, moveId));
    }

    /**
     * Makes room for others.
     *
     * @param on the first day on which it is no more
     * @throws PlotHasEnded when it ended before
     */
    public void end(LineageAct act, List<PlotId> successors, LocalDate on, Instant now) {
        refuseEnded();
        endedOn = on;
        changed(now);
        happened(new PlotEnded(tenantId(), id, act, successors, on));
    }

    /** @throws PlotHasEnded when others took its place */
    public void refuseEnded() {
        if (endedOn != null) {
            throw new PlotHasEnded(number, endedOn);
        }
    }

    /** Who holds it by contract; nobody where both are null. */
    public void heldBy(@Nullable UUID enterprise, @Nullable String name, Instant now) {
        holderId = enterprise;
        holderName = name;
        changed(now);
    }

    private void changed(Instant now) {
        updatedAt = now;
        happened(new PlotChanged(tenantId(), id));
    }

    private void place(PlacedShape ground) {
        zone = ground.zone();
        shape = ground.wkb();
        west = ground.west();
        south = ground.south();
        east = ground.east();
        north = ground.north();
        computedM2 = ground.areaM2();
    }

    private void take(PlotProfile p) {
        number = p.number();
        name = p.name();
        useCode = p.useCode();
        declaredM2 = p.declaredM2();
        planName = p.planName();
        plannedOn = p.plannedOn();
        leastRatio = p.leastRatio();
        mostRatio = p.mostRatio();
        leastDensity = p.leastDensity();
        mostHeightM = p.mostHeightM();
        mostGreen = p.mostGreen();
        mostService = p.mostService();
        investmentYuanM2 = p.investmentYuanM2();
        taxYuanM2 = p.taxYuanM2();
        outputYuanM2 = p.outputYuanM2();
        priceYuanM2 = p.priceYuanM2();
        priceBasis = p.priceBasis();
        utilities = p.utilities().stream().map(Enum::name).toArray(String[]::new);
        industries = p.industries().toArray(String[]::new);
        holderId = p.holderId();
        holderName = p.holderName();
        note = p.note();
        var wanted =
                p.shares().stream()
                        .map(share -> new Share(share.useCode(), share.percent()))
                        .toList();
        if (!List.copyOf(shares).equals(wanted)) {
            shares.clear();
            shares.addAll(wanted);
        }
    }
}
