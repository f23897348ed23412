package org.kaiyuan.enterprises.domain;

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ChainPosition;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.EnterpriseChanged;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRemoved;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.enterprises.EnterprisesMerged;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.TenantOwned;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.TenantId;

/** An enterprise of the zone, with everything that belongs to it alone. */
@Entity
@Table(schema = "enterprises", name = "enterprise")
public class Enterprise extends TenantOwned {
    /** What the history calls an enterprise. */
    public static final String SUBJECT = "enterprises.enterprise";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Comparator<FormerName> LAST_GIVEN_UP_FIRST =
            Comparator.comparing(FormerName::until, Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(FormerName::name);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EnterpriseId id;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "short_name")
    private @Nullable String shortName;

    @Column(name = "credit_code")
    private @Nullable String creditCode;

    private @Nullable String kind;

    @Enumerated(EnumType.STRING)
    private EnterpriseStatus status;

    @Column(name = "registered_capital")
    private @Nullable BigDecimal registeredCapital;

    @Column(name = "capital_currency")
    private String capitalCurrency;

    @Column(name = "founded_on")
    private @Nullable LocalDate foundedOn;

    @Column(name = "settled_on")
    private @Nullable LocalDate settledOn;

    @Column(name = "deregistered_on")
    private @Nullable LocalDate deregisteredOn;

    @Column(name = "industry_code")
    private @Nullable String industryCode;

    @Column(name = "leading_industry")
    private @Nullable String leadingIndustry;

    @Column(name = "sub_industry")
    private @Nullable String subIndustry;

    @Column(name = "chain_position")
    @Enumerated(EnumType.STRING)
    private ChainPosition chainPosition;

    @Column(name = "division_code")
    private @Nullable String divisionCode;

    private @Nullable String city;
    private @Nullable String address;

    @Column(name = "zone_location")
    private @Nullable String zoneLocation;

    @Column(name = "business_scope")
    private @Nullable String businessScope;

    private @Nullable String products;
    private @Nullable String website;

    @Column(name = "above_scale")
    private boolean aboveScale;

    @Column(name = "four_above")
    private boolean fourAbove;

    @Column(name = "merged_into")
    private @Nullable UUID mergedInto;

    @Column(name = "code_before_merge")
    private @Nullable String codeBeforeMerge;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(
            schema = "enterprises",
            name = "former_name",
            joinColumns = @JoinColumn(name = "enterprise_id"))
    private Set<Bygone> formerNames = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            schema = "enterprises",
            name = "contact",
            joinColumns = @JoinColumn(name = "enterprise_id"))
    private Set<Contact> contacts = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            schema = "enterprises",
            name = "qualification",
            joinColumns = @JoinColumn(name = "enterprise_id"))
    private Set<Qualification> qualifications = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            schema = "enterprises",
            name = "yearly_figures",
            joinColumns = @JoinColumn(name = "enterprise_id"))
    private Set<Figures> figures = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            schema = "enterprises",
            name = "enterprise_tag",
            joinColumns = @JoinColumn(name = "enterprise_id"))
    private Set<Tag> tags = new HashSet<>();

    /** For Hibernate. */
    protected Enterprise() {}

    /** @param profile already checked, see {@link ProfileRules} */
    public Enterprise(TenantId tenant, EnterpriseId id, EnterpriseProfile profile, Instant now) {
        super(tenant);
        this.id = id;
        this.createdAt = now;
        this.updatedAt = now;
        take(profile);
        happened(new EnterpriseChanged(tenant, id));
    }

    /**
     * Takes over a checked profile.
     *
     * @return what changed, field by field; empty when nothing did, and then nothing is announced
     */
    public List<FieldChange> revise(EnterpriseProfile profile, Instant now) {
        var before = ProfileText.of(profile());
        var oldName = name;
        take(profile);
        addFormerName(oldName, now.atZone(SHANGHAI).toLocalDate());
        var changes = ProfileText.differences(before, ProfileText.of(profile()));
        if (changes.isEmpty()) {
            return changes;
        }
        updatedAt = now;
        happened(new EnterpriseChanged(tenantId(), id));
        return changes;
    }

    /**
     * Becomes one record with {@code other}, whose names it bears as former names from now on.
     *
     * @param profile of both, already checked
     * @return what changed, field by field
     */
    public List<FieldChange> absorb(
            Enterprise other, EnterpriseProfile profile, Instant now, LocalDate today) {
        var changes = revise(profile, now);
        addFormerName(other.name, today);
        if (changes.isEmpty()) {
            updatedAt = now;
            happened(new EnterpriseChanged(tenantId(), id));
        }
        return changes;
    }

    /**
     * Leaves the directory for {@code survivor}, and everything that it had to it; its history stays and
     * its id leads there.
     */
    public void mergeInto(EnterpriseId survivor, Instant now) {
        mergedInto = survivor.value();
        codeBeforeMerge = creditCode;
        creditCode = null;
        contacts.clear();
        qualifications.clear();
        figures.clear();
        tags.clear();
        updatedAt = now;
        happened(new EnterpriseRemoved(tenantId(), id));
        happened(new EnterprisesMerged(tenantId(), survivor, id));
    }

    /** To be told before the row is deleted. */
    public void leave() {
        happened(new EnterpriseRemoved(tenantId(), id));
    }

    public EnterpriseId id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public @Nullable EnterpriseId mergedInto() {
        return mergedInto == null ? null : new EnterpriseId(mergedInto);
    }

    /** Everything as stored; contacts whole. */
    public EnterpriseProfile profile() {
        return new EnterpriseProfile(
                name,
                formerNames.stream().map(Bygone::line).sorted(LAST_GIVEN_UP_FIRST).toList(),
                shortName,
                creditCode,
                kind,
                status,
                registeredCapital,
                capitalCurrency,
                foundedOn,
                settledOn,
                deregisteredOn,
                industryCode,
                leadingIndustry,
                subIndustry,
                chainPosition,
                divisionCode,
                city,
                address,
                zoneLocation,
                businessScope,
                products,
                website,
                aboveScale,
                fourAbove,
                contacts.stream()
                        .map(Contact::line)
                        .sorted(Comparator.comparing(ContactLine::name))
                        .toList(),
                qualifications.stream()
                        .sorted(
                                Comparator.comparing(Qualification::kindCode)
                                        .thenComparing(Qualification::id))
                        .map(Qualification::line)
                        .toList(),
                figures.stream()
                        .sorted(Comparator.comparing(Figures::year).reversed())
                        .map(Figures::line)
                        .toList(),
                tags.stream().map(Tag::tag).collect(Collectors.toCollection(TreeSet::new)));
    }

    private void addFormerName(String former, @Nullable LocalDate until) {
        boolean known =
                former.equals(name) || formerNames.stream().anyMatch(b -> b.name().equals(former));
        if (!known) {
            formerNames.add(Bygone.of(tenantId().value(), new FormerName(former, until)));
        }
    }

    private void take(EnterpriseProfile profile) {
        name = profile.name();
        nameKey = ChineseText.key(name);
        shortName = profile.shortName();
        creditCode = profile.creditCode();
        kind = profile.kind();
        status = profile.status();
        registeredCapital = Figures.cents(profile.registeredCapital());
        capitalCurrency = profile.capitalCurrency();
        foundedOn = profile.foundedOn();
        settledOn = profile.settledOn();
        deregisteredOn = profile.deregisteredOn();
        industryCode = profile.industryCode();
        leadingIndustry = profile.leadingIndustry();
        subIndustry = profile.subIndustry();
        chainPosition = profile.chainPosition();
        divisionCode = profile.divisionCode();
        city = profile.city();
        address = profile.address();
        zoneLocation = profile.zoneLocation();
        businessScope = profile.businessScope();
        products = profile.products();
        website = profile.website();
        aboveScale = profile.aboveScale();
        fourAbove = profile.fourAbove();
        takeContacts(profile.contacts());
        long tenant = tenantId().value();
        become(
                formerNames,
                profile.formerNames().stream()
                        .map(former -> Bygone.of(tenant, former))
                        .collect(Collectors.toSet()));
        become(
                qualifications,
                profile.qualifications().stream()
                        .map(q ->
                                new Qualification(
                                        tenant,
                                        known(q.id()),
                                        q.kindCode(),
                                        q.number(),
                                        q.validFrom(),
                                        q.validUntil()))
                        .collect(Collectors.toSet()));
        become(
                figures,
                profile.figures().stream()
                        .map(f -> Figures.of(tenant, f))
                        .collect(Collectors.toSet()));
        become(
                tags,
                profile.tags().stream().map(t -> new Tag(tenant, t)).collect(Collectors.toSet()));
    }

    private void takeContacts(List<ContactLine> lines) {
        Map<UUID, Contact> stored = new HashMap<>();
        contacts.forEach(contact -> stored.put(contact.id(), contact));
        var wanted = new HashSet<Contact>();
        for (var line : lines) {
            var before = line.id() == null ? null : stored.get(line.id());
            wanted.add(
                    before == null
                            ? new Contact(
                                    tenantId().value(),
                                    UuidV7.next(),
                                    line.name().strip(),
                                    line.position(),
                                    line.phone(),
                                    line.email())
                            : before.revised(line));
        }
        become(contacts, wanted);
    }

    /** An id that is not one of ours is not taken from outside: it gets a new one. */
    private UUID known(@Nullable UUID claimed) {
        return qualifications.stream()
                .map(Qualification::id)
                .filter(q -> q.equals(claimed))
                .findFirst()
                .orElseGet(UuidV7::next);
    }

    private static <T> void become(Set<T> stored, Set<T> wanted) {
        stored.retainAll(wanted);
        stored.addAll(wanted);
    }
}
