package org.kaiyuan.leads.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.leads.CatalogueClass;
import org.kaiyuan.leads.DueKind;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadAssigned;
import org.kaiyuan.leads.LeadChanged;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadEnterpriseRegistered;
import org.kaiyuan.leads.LeadFieldsRefused;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadMoveRefused;
import org.kaiyuan.leads.LeadMoved;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.LeadRegistered;
import org.kaiyuan.leads.LeadRemoved;
import org.kaiyuan.leads.LeadRules;
import org.kaiyuan.leads.LeadSigned;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.leads.LeadStateRefused;
import org.kaiyuan.leads.LeadTaken;
import org.kaiyuan.leads.LeadsMerged;
import org.kaiyuan.leads.ProjectNature;
import org.kaiyuan.leads.TeamMember;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.calendar.WorkingCalendar;
import org.kaiyuan.platform.persistence.TenantOwned;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.TenantId;

/** An investor's interest in the zone, from the first contact to full production. */
@Entity
@Table(schema = "leads", name = "lead")
public class Lead extends TenantOwned {
    /** What the history calls a lead. */
    public static final String SUBJECT = "leads.lead";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private LeadId id;

    @Column(updatable = false)
    private String code;

    @Column(name = "project_name")
    private String projectName;

    @Column(name = "name_key")
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private ProjectNature nature;

    private @Nullable String summary;

    @Enumerated(EnumType.STRING)
    private InvestmentWay way;

    @Column(name = "fair_id")
    private @Nullable UUID fairId;

    private @Nullable String introducer;

    @Column(name = "leading_industry")
    private @Nullable String leadingIndustry;

    @Column(name = "sub_industry")
    private @Nullable String subIndustry;

    @Column(name = "industry_code")
    private @Nullable String industryCode;

    private @Nullable String cluster;

    @Column(name = "catalogue_class")
    @Enumerated(EnumType.STRING)
    private @Nullable CatalogueClass catalogueClass;

    private String currency;

    @Column(name = "exchange_rate")
    private BigDecimal exchangeRate;

    @Column(name = "total_investment")
    private @Nullable BigDecimal totalInvestment;

    @Column(name = "fixed_investment")
    private @Nullable BigDecimal fixedInvestment;

    @Column(name = "wanted_land_m2")
    private @Nullable BigDecimal wantedLandM2;

    @Column(name = "wanted_floor_m2")
    private @Nullable BigDecimal wantedFloorM2;

    @Column(name = "wanted_by")
    private @Nullable LocalDate wantedBy;

    @Column(name = "power_kva")
    private @Nullable BigDecimal powerKva;

    @Column(name = "water_m3_per_day")
    private @Nullable BigDecimal waterM3PerDay;

    @Column(name = "gas_m3_per_day")
    private @Nullable BigDecimal gasM3PerDay;

    @Column(name = "steam_t_per_hour")
    private @Nullable BigDecimal steamTPerHour;

    @Column(name = "ceiling_height_m")
    private @Nullable BigDecimal ceilingHeightM;

    @Column(name = "floor_load_t_per_m2")
    private @Nullable BigDecimal floorLoadTPerM2;

    @Column(name = "expected_revenue_yuan")
    private @Nullable BigDecimal expectedRevenueYuan;

    @Column(name = "expected_tax_yuan")
    private @Nullable BigDecimal expectedTaxYuan;

    @Column(name = "expected_jobs")
    private @Nullable Integer expectedJobs;

    @Column(name = "energy_tce")
    private @Nullable BigDecimal energyTce;

    private @Nullable String emissions;

    private boolean chemical;

    @Column(name = "river_distance_m")
    private @Nullable Integer riverDistanceM;

    @Column(name = "in_chemical_park")
    private @Nullable Boolean inChemicalPark;

    @Column(name = "environmental_zoning")
    private @Nullable String environmentalZoning;

    private boolean confidential;

    private @Nullable Integer probability;

    @Column(name = "next_action")
    private @Nullable String nextAction;

    @Column(name = "next_action_on")
    private @Nullable LocalDate nextActionOn;

    private @Nullable String owner;

    @Column(name = "owner_name")
    private @Nullable String ownerName;

    @Column(name = "owner_team")
    private @Nullable String ownerTeam;

    @Column(name = "owned_since")
    private @Nullable Instant ownedSince;

    @Enumerated(EnumType.STRING)
    private LeadStage stage;

    private int furthest;

    @Column(name = "stage_since")
    private Instant stageSince;

    @Enumerated(EnumType.STRING)
    private LeadState state;

    @Column(name = "state_reason")
    private @Nullable String stateReason;

    @Column(name = "state_since")
    private Instant stateSince;

    @Column(name = "signed_on")
    private @Nullable LocalDate signedOn;

    @Column(name = "enterprise_id")
    private @Nullable UUID enterpriseId;

    @Column(name = "registered_on", updatable = false)
    private LocalDate registeredOn;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "feedback_at")
    private @Nullable Instant feedbackAt;

    @Column(name = "followed_at")
    private @Nullable Instant followedAt;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "due_estimated")
    private boolean dueEstimated;

    @Column(name = "due_kind")
    @Enumerated(EnumType.STRING)
    private @Nullable DueKind dueKind;

    @Column(name = "silent_on")
    private @Nullable LocalDate silentOn;

    @Column(name = "pooled_at")
    private @Nullable Instant pooledAt;

    @Column(name = "pool_reason")
    private @Nullable String poolReason;

    @Column(name = "merged_into")
    private @Nullable UUID mergedInto;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(
            schema = "leads",
            name = "investor",
            joinColumns = @JoinColumn(name = "lead_id"))
    private Set<Investor> investors = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            schema = "leads",
            name = "contact",
            joinColumns = @JoinColumn(name = "lead_id"))
    private Set<Contact> contacts = new HashSet<>();

    @ElementCollection
    @CollectionTable(schema = "leads", name = "member", joinColumns = @JoinColumn(name = "lead_id"))
    private Set<Member> members = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            schema = "leads",
            name = "lead_tag",
            joinColumns = @JoinColumn(name = "lead_id"))
    private Set<Tag> tags = new HashSet<>();

    /** For Hibernate. */
    protected Lead() {}

    /** @param profile already checked, see {@link ProfileRules} */
    public Lead(
            TenantId tenant,
            LeadId id,
            String code,
            LeadProfile profile,
            String createdBy,
            LocalDate registeredOn,
            Instant now) {
        super(tenant);
        this.id = id;
        this.code = code;
        this.stage = LeadStage.CLUE;
        this.stageSince = now;
        this.state = LeadState.ACTIVE;
        this.stateSince = now;
        this.registeredOn = registeredOn;
        this.createdAt = now;
        this.createdBy = createdBy;
        this.updatedAt = now;
        this.pooledAt = now;
        take(profile);
        happened(new LeadChanged(tenant, id));
        happened(new LeadRegistered(tenant, id));
    }

    /**
     * Takes over a checked profile.
     *
     * @return what changed, field by field; empty when nothing did, and then nothing is announced
     */
    public List<FieldChange> revise(LeadProfile profile, Instant now) {
        var before = LeadText.of(profile());
        take(profile);
        var changes = LeadText.differences(before, LeadText.of(profile()));
        if (!changes.isEmpty()) {
            changed(now);
        }
        return changes;
    }

    /**
     * Enters another stage; the gates were asked before.
     *
     * @throws LeadStateRefused when it is not pursued
     * @throws LeadMoveRefused when it is there already
     */
    public void enter(LeadStage next, UUID moveId, @Nullable LocalDate signed, Instant now) {
        if (state != LeadState.ACTIVE) {
            throw new LeadStateRefused(state);
        }
        if (stage == next) {
            throw new LeadMoveRefused(stage, next);
        }
        var from = stage;
        stage = next;
        stageSince = now;
        furthest = Math.max(furthest, next.ordinal());
        if (next.isSigned()) {
            answeredAt = answeredAt == null ? now : answeredAt;
            if (!from.isSigned()) {
                signedOn = signed;
                happened(new LeadSigned(tenantId(), id, signed));
            }
        } else {
            signedOn = null;
        }
        changed(now);
        happened(new LeadMoved(tenantId(), id, from, next, moveId));
    }

    /**
     * Puts it aside, or takes it up again.
     *
     * @throws LeadStateRefused when it is so already
     */
    public void become(LeadState next, @Nullable String reason, Instant now) {
        if (state == next) {
            throw new LeadStateRefused(state);
        }
        state = next;
        stateReason = reason;
        stateSince = now;
        changed(now);
    }

    /** Gives it to somebody. */
    public void giveTo(String username, String name, @Nullable String team, Instant now) {
        owner = username;
        ownerName = name;
        ownerTeam = team;
        ownedSince = now;
        pooledAt = null;
        poolReason = null;
        changed(now);
        happened(new LeadAssigned(tenantId(), id, username));
    }

    /** Lets it go into the pool, where whoever may can claim it. */
    public void release(String reason, Instant now) {
        owner = null;
        ownerName = null;
        ownerTeam = null;
        ownedSince = null;
        pooledAt = now;
        poolReason = reason;
        changed(now);
        happened(new LeadAssigned(tenantId(), id, null));
    }

    /**
     * Somebody claims it from the pool.
     *
     * @throws LeadTaken when it is not there
     */
    public void claimBy(String username, String name, @Nullable String team, Instant now) {
        if (owner != null || state != LeadState.ACTIVE || mergedInto != null) {
            throw new LeadTaken(ownerName);
        }
        giveTo(username, name, team, now);
    }

    /**
     * A confidential lead is seen by its owner and team only: one of them is needed.
     *
     * @throws LeadFieldsRefused when there is neither
     */
    public void refuseUnseen() {
        if (confidential && owner == null && members.isEmpty() && mergedInto == null) {
            throw new LeadFieldsRefused("confidential", "leads.rule.confidentialUnowned");
        }
    }

    /** Who works on it beside its owner. */
    public void workedOnBy(Collection<TeamMember> team, Instant now) {
        become(
                members,
                team.stream()
                        .map(m -> new Member(tenantId().value(), m.username(), m.name()))
                        .collect(Collectors.toSet()));
        changed(now);
    }

    /** The investor was spoken with. */
    public void followed(
            LocalDate on, @Nullable String next, @Nullable LocalDate nextOn, Instant now) {
        var at =
                on.equals(now.atZone(SHANGHAI).toLocalDate())
                        ? now
                        : on.atTime(12, 0).atZone(SHANGHAI).toInstant();
        if (followedAt == null || followedAt.isBefore(at)) {
            followedAt = at;
        }
        if (answeredAt == null) {
            answeredAt = now;
        }
        if (stage != LeadStage.CLUE && feedbackAt == null) {
            feedbackAt = now;
        }
        nextAction = next;
        nextActionOn = nextOn;
        changed(now);
    }

    /** The enterprise that came of it is in the directory. */
    public void isNow(EnterpriseId enterprise, Instant now) {
        enterpriseId = enterprise.value();
        changed(now);
        happened(new LeadEnterpriseRegistered(tenantId(), id, enterprise));
    }

    /** The agreement that counts was signed on another day. */
    public void signedOn(LocalDate day, Instant now) {
        if (stage.isSigned()) {
            signedOn = day;
        }
        changed(now);
    }

    /** Something that hangs on it changed. */
    public void touched(Instant now) {
        changed(now);
    }

    /** Counts anew what is due; to be called before every save. */
    public void count(LeadRules rules, WorkingCalendar calendar) {
        if (state != LeadState.ACTIVE || mergedInto != null) {
            dueOn = null;
            dueKind = null;
            dueEstimated = false;
            silentOn = null;
            return;
        }
        var moments = moments(rules);
        var due = Due.next(moments, rules, calendar);
        dueOn = due == null ? null : due.on();
        dueKind = due == null ? null : due.kind();
        dueEstimated = due != null && due.estimated();
        silentOn = Due.silentOn(moments, rules, calendar);
    }

    /** Becomes part of {@code survivor}; its history stays and its id leads there. */
    public void mergeInto(LeadId survivor, Instant now) {
        mergedInto = survivor.value();
        contacts.clear();
        tags.clear();
        dueOn = null;
        dueKind = null;
        silentOn = null;
        updatedAt = now;
        happened(new LeadRemoved(tenantId(), id));
        happened(new LeadsMerged(tenantId(), survivor, id));
    }

    /** To be told before the row is deleted. */
    public void leave() {
        happened(new LeadRemoved(tenantId(), id));
    }

    public LeadId id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String projectName() {
        return projectName;
    }

    public LeadStage stage() {
        return stage;
    }

    public Instant stageSince() {
        return stageSince;
    }

    public LeadState state() {
        return state;
    }

    public @Nullable String stateReason() {
        return stateReason;
    }

    public @Nullable String owner() {
        return owner;
    }

    public @Nullable String ownerName() {
        return ownerName;
    }

    public @Nullable String ownerTeam() {
        return ownerTeam;
    }

    public boolean isConfidential() {
        return confidential;
    }

    public @Nullable LocalDate signedOn() {
        return signedOn;
    }

    public LocalDate registeredOn() {
        return registeredOn;
    }

    public @Nullable LocalDate dueOn() {
        return dueOn;
    }

    public @Nullable DueKind dueKind() {
        return dueKind;
    }

    public boolean isDueEstimated() {
        return dueEstimated;
    }

    public @Nullable LocalDate silentOn() {
        return silentOn;
    }

    public @Nullable Instant followedAt() {
        return followedAt;
    }

    public @Nullable EnterpriseId enterpriseId() {
        return enterpriseId == null ? null : new EnterpriseId(enterpriseId);
    }

    public @Nullable LeadId mergedInto() {
        return mergedInto == null ? null : new LeadId(mergedInto);
    }

    public @Nullable String poolReason() {
        return poolReason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public List<TeamMember> team() {
        return members.stream()
                .map(m -> new TeamMember(m.username(), m.name()))
                .sorted(Comparator.comparing(TeamMember::name))
                .toList();
    }

    public boolean isWorkedOnBy(String username) {
        return username.equals(owner)
                || members.stream().anyMatch(m -> m.username().equals(username));
    }

    /** Everything as stored; contacts whole. */
    public LeadProfile profile() {
        return new LeadProfile(
                projectName,
                nature,
                summary,
                way,
                fairId,
                introducer,
                leadingIndustry,
                subIndustry,
                industryCode,
                cluster,
                catalogueClass,
                currency,
                exchangeRate,
                totalInvestment,
                fixedInvestment,
                wantedLandM2,
                wantedFloorM2,
                wantedBy,
                powerKva,
                waterM3PerDay,
                gasM3PerDay,
                steamTPerHour,
                ceilingHeightM,
                floorLoadTPerM2,
                expectedRevenueYuan,
                expectedTaxYuan,
                expectedJobs,
                energyTce,
                emissions,
                chemical,
                riverDistanceM,
                inChemicalPark,
                environmentalZoning,
                confidential,
                probability,
                nextAction,
                nextActionOn,
                investors.stream()
                        .sorted(Comparator.comparing(Investor::position))
                        .map(Investor::line)
                        .toList(),
                contacts.stream()
                        .map(Contact::line)
                        .sorted(Comparator.comparing(LeadContact::name))
                        .toList(),
                tags.stream().map(Tag::tag).collect(Collectors.toCollection(TreeSet::new)));
    }

    private Due.Moments moments(LeadRules rules) {
        boolean major =
                totalInvestment != null
                        && totalInvestment.multiply(exchangeRate).longValue() >= rules.majorYuan();
        return new Due.Moments(
                registeredOn,
                day(stageSince),
                ownedSince == null ? null : day(ownedSince),
                answeredAt == null ? null : day(answeredAt),
                feedbackAt == null ? null : day(feedbackAt),
                followedAt == null ? null : day(followedAt),
                nextActionOn,
                stage,
                major);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SHANGHAI).toLocalDate();
    }

    private void changed(Instant now) {
        updatedAt = now;
        happened(new LeadChanged(tenantId(), id));
    }

    private void take(LeadProfile profile) {
        projectName = profile.projectName();
        nameKey = ChineseText.key(projectName);
        nature = profile.nature();
        summary = profile.summary();
        way = profile.way();
        fairId = profile.fairId();
        introducer = profile.introducer();
        leadingIndustry = profile.leadingIndustry();
        subIndustry = profile.subIndustry();
        industryCode = profile.industryCode();
        cluster = profile.cluster();
        catalogueClass = profile.catalogueClass();
        currency = profile.currency();
        exchangeRate = profile.exchangeRate();
        totalInvestment = profile.totalInvestment();
        fixedInvestment = profile.fixedInvestment();
        wantedLandM2 = profile.wantedLandM2();
        wantedFloorM2 = profile.wantedFloorM2();
        wantedBy = profile.wantedBy();
        powerKva = profile.powerKva();
        waterM3PerDay = profile.waterM3PerDay();
        gasM3PerDay = profile.gasM3PerDay();
        steamTPerHour = profile.steamTPerHour();
        ceilingHeightM = profile.ceilingHeightM();
        floorLoadTPerM2 = profile.floorLoadTPerM2();
        expectedRevenueYuan = profile.expectedRevenueYuan();
        expectedTaxYuan = profile.expectedTaxYuan();
        expectedJobs = profile.expectedJobs();
        energyTce = profile.energyTce();
        emissions = profile.emissions();
        chemical = profile.chemical();
        riverDistanceM = profile.riverDistanceM();
        inChemicalPark = profile.inChemicalPark();
        environmentalZoning = profile.environmentalZoning();
        confidential = profile.confidential();
        probability = profile.probability();
        nextAction = profile.nextAction();
        nextActionOn = profile.nextActionOn();
        takeInvestors(profile.investors());
        takeContacts(profile.contacts());
        long tenant = tenantId().value();
        become(
                tags,
                profile.tags().stream().map(t -> new Tag(tenant, t)).collect(Collectors.toSet()));
    }

    private void takeInvestors(List<InvestorLine> lines) {
        var known = investors.stream().map(Investor::id).collect(Collectors.toSet());
        var wanted = new HashSet<Investor>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var own = line.id() != null && known.remove(line.id()) ? line.id() : UuidV7.next();
            wanted.add(Investor.of(tenantId().value(), own, i, line));
        }
        become(investors, wanted);
    }

    private void takeContacts(List<LeadContact> lines) {
        var stored = new HashMap<UUID, Contact>();
        contacts.forEach(contact -> stored.put(contact.id(), contact));
        var wanted = new HashSet<Contact>();
        for (var line : lines) {
            var before = line.id() == null ? null : stored.remove(line.id());
            wanted.add(
                    before == null
                            ? Contact.of(tenantId().value(), UuidV7.next(), line)
                            : before.revised(line));
        }
        become(contacts, wanted);
    }

    private static <T> void become(Set<T> stored, Set<T> wanted) {
        stored.retainAll(wanted);
        stored.addAll(wanted);
    }
}
