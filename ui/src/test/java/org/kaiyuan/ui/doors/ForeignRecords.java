package org.kaiyuan.ui.doors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseImport;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.ExistingChoice;
import org.kaiyuan.enterprises.SavedViews;
import org.kaiyuan.leads.FairDraft;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadFairs;
import org.kaiyuan.leads.LeadImport;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.leads.LeadSavedViews;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.ApiClientKeeping;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.access.Invitations;
import org.kaiyuan.platform.access.RelationKind;
import org.kaiyuan.platform.access.Relations;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.jobs.JobDirectory;
import org.kaiyuan.platform.notices.Webhooks;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.tenants.TenantExports;
import org.kaiyuan.platform.timeline.Commenting;
import org.kaiyuan.portal.Appointment;
import org.kaiyuan.portal.Confirmations;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.context.ApplicationContext;

/** One record of each kind that the API names by an id, in a zone of its own. */
class ForeignRecords {
    private final Zones zones;
    private final EnterpriseRegistration enterprises;
    private final EnterpriseImport imports;
    private final LeadImport leadImports;
    private final LeadSavedViews leadViews;
    private final SavedViews views;
    private final AccountRegistration accounts;
    private final RoleKeeping roles;
    private final Relations relations;
    private final Invitations invitations;
    private final ApiClientKeeping clients;
    private final JobDirectory jobs;
    private final Webhooks webhooks;
    private final Attachments files;
    private final Commenting comments;
    private final Appointment appointment;
    private final Confirmations confirmations;
    private final TenantExports exports;
    private final LeadFairs fairs;
    private final LeadRegistration leads;

    @SuppressWarnings("NullAway.Init")
    private ForeignLand land;

    @SuppressWarnings("NullAway.Init")
    private ForeignPowers powers;

    @SuppressWarnings("NullAway.Init")
    private ForeignServices services;

    static ForeignRecords of(ApplicationContext house) {
        var factory = house.getAutowireCapableBeanFactory();
        var records = factory.createBean(ForeignRecords.class);
        records.land = factory.createBean(ForeignLand.class);
        records.powers = factory.createBean(ForeignPowers.class);
        records.services = factory.createBean(ForeignServices.class);
        return records;
    }

    ForeignRecords(
            Zones zones,
            EnterpriseRegistration enterprises,
            EnterpriseImport imports,
            LeadImport leadImports,
            LeadSavedViews leadViews,
            SavedViews views,
            AccountRegistration accounts,
            RoleKeeping roles,
            Relations relations,
            Invitations invitations,
            ApiClientKeeping clients,
            JobDirectory jobs,
            Webhooks webhooks,
            Attachments files,
            Commenting comments,
            Appointment appointment,
            Confirmations confirmations,
            TenantExports exports,
            LeadRegistration leads,
            LeadFairs fairs) {
        this.zones = zones;
        this.enterprises = enterprises;
        this.imports = imports;
        this.leadImports = leadImports;
        this.leadViews = leadViews;
        this.views = views;
        this.accounts = accounts;
        this.roles = roles;
        this.relations = relations;
        this.invitations = invitations;
        this.clients = clients;
        this.jobs = jobs;
        this.webhooks = webhooks;
        this.files = files;
        this.comments = comments;
        this.appointment = appointment;
        this.confirmations = confirmations;
        this.exports = exports;
        this.fairs = fairs;
        this.leads = leads;
    }

    /**
     * @param byPath ids by the beginning of the path that shows them, the longer ones first; those that follow another id
     *     by how they are called there
     */
    record InZone(String zone, Map<String, UUID> byPath) {
        UUID idFor(String path) {
            return byPath.entrySet().stream()
                    .filter(entry -> path.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() ->
                            new AssertionError(
                                    path
                                            + " takes an id that nobody can try from another zone: make such a record in "
                                            + "ForeignRecords.in and name the path there"));
        }
    }

    InZone in(String zone) {
        zones.zone("neighbour");
        return zones.in(
                zone,
                () -> {
                    var ids = new LinkedHashMap<String, UUID>();
                    ids.put(
                            "/api/v1/leads/fairs/{",
                            fairs.create(
                                            new FairDraft(
                                                    "别人的展会", null, LocalDate.of(2026, 5, 25), null))
                                    .value());
                    ids.put(
                            "/api/v1/enterprises/views/{",
                            views.save("别人的视图", EnterpriseQuestion.ALL, true));
                    ids.put(
                            "/api/v1/enterprises/{",
                            enterprises
                                    .register(withACode(EnterpriseProfile.named("别人的有限公司")))
                                    .value());
                    ids.put("/api/v1/imports/{", imported());
                    ids.put(
                            "/api/v1/leads/imports/{",
                            leadImports.bring(
                                    "别人的线索.csv",
                                    new ByteArrayInputStream(
                                            "项目名称\n别人的项目\n".getBytes(StandardCharsets.UTF_8))));
                    ids.put("/api/v1/leads/coordination/{", match(zone));
                    ids.put(
                            "/api/v1/leads/views/{",
                            leadViews.save("别人的视图", LeadQuestion.ALL, true));
                    ids.put(
                            "/api/v1/leads/{",
                            leads.register(LeadDraft.named("别人的项目").profile(), true).value());
                    ids.putAll(land.in(zones.zone(zone).value(), ids.get("/api/v1/leads/{")));
                    ids.putAll(powers.inZone());
                    ids.putAll(services.inZone());
                    ids.put("/api/v1/people/{", person(zone));
                    ids.put(
                            "/api/v1/roles/{",
                            UUID.fromString(
                                    roles.create(
                                                    "别人的角色",
                                                    DataScope.ZONE,
                                                    Set.of("enterprises:read"))
                                            .id()));
                    ids.put(
                            "/api/v1/relations/{",
                            relations.begin(
                                    RelationKind.SUB_PARK,
                                    "neighbour",
                                    Set.of(),
                                    LocalDate.of(2026, 1, 1),
                                    null,
                                    "园管发〔2026〕1号"));
                    ids.put(
                            "/api/v1/invitations/{",
                            invitations
                                    .invite("别人的客人", null, Set.of(Role.ZONE_STAFF.name()), null)
                                    .id());
                    ids.put(
                            "/api/v1/api-clients/{",
                            clients.create(
                                            new ApiClientKeeping.Terms(
                                                    "别人的程序",
                                                    Set.of("enterprises:read"),
                                                    List.of(),
                                                    null))
                                    .client()
                                    .id());
                    ids.put("/api/v1/jobs/{", jobs.newest(null, 1).getFirst().id());
                    var webhook =
                            webhooks.register(
                                            "https://93.184.215.14/hook",
                                            Set.of("enterprises.imported"))
                                    .id();
                    // a delivery would be sent to that address; another zone's is tried in
                    // ToldElsewhereTest
                    ids.put("/api/v1/webhooks/deliveries/{", UUID.randomUUID());
                    ids.put("/api/v1/webhooks/{", webhook);
                    var enterprise =
                            new RecordRef(
                                    "enterprises.enterprise", ids.get("/api/v1/enterprises/{"));
                    ids.put("/api/v1/files/{", attached(enterprise));
                    ids.put(
                            "/api/v1/timeline/comments/{",
                            comments.comment(enterprise, "别人的评论").id().value());
                    ids.put("/api/v1/portal/enterprises/{", enterprise.id());
                    ids.put("/api/v1/portal/representatives/{", representative(zone, enterprise));
                    ids.put("/api/v1/tenant/exports/{", exports.begin());
                    return new InZone(zone, ids);
                });
    }

    private UUID attached(RecordRef record) {
        var text = new ByteArrayInputStream("别人的附件".getBytes(StandardCharsets.UTF_8));
        try {
            return files.attach(record, "别人的.txt", text).id().value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID representative(String zone, RecordRef enterprise) {
        var name = zone + "-r";
        var account = accounts.register(name, "a-password-of-the-test", "别人的代表", false, false);
        var of = new EnterpriseId(enterprise.id());
        appointment.appoint(account, name, "别人的代表", "13800001234", of);
        return confirmations.of(of).getFirst().id().value();
    }

    /** Nobody asks to stand for an enterprise without one. */
    private static EnterpriseProfile withACode(EnterpriseProfile p) {
        var digits = "91510600MA0000001";
        return new EnterpriseProfile(
                p.name(),
                p.formerNames(),
                p.shortName(),
                digits + CreditCode.checkCharacter(digits),
                p.kind(),
                p.status(),
                p.registeredCapital(),
                p.capitalCurrency(),
                p.foundedOn(),
                p.settledOn(),
                p.deregisteredOn(),
                p.industryCode(),
                p.leadingIndustry(),
                p.subIndustry(),
                p.chainPosition(),
                p.divisionCode(),
                p.city(),
                p.address(),
                p.zoneLocation(),
                p.businessScope(),
                p.products(),
                p.website(),
                p.aboveScale(),
                p.fourAbove(),
                p.contacts(),
                p.qualifications(),
                p.figures(),
                p.tags());
    }

    private UUID imported() {
        var csv = "企业名称\n别人导入的有限公司\n".getBytes(StandardCharsets.UTF_8);
        return imports.start("别人的.csv", new ByteArrayInputStream(csv), ExistingChoice.SKIP);
    }

    private UUID person(String zone) {
        var account = accounts.register(zone + "-p", "a-password-of-the-test", "别人", false, false);
        accounts.join(account, Role.ZONE_STAFF);
        return account.value();
    }

    /** Two zones reported the same investor; what finds that out is another test's. */
    private UUID match(String zone) {
        var id = UUID.randomUUID();
        try (var owner = TestServers.running().asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "insert into leads.report_match (id, first_on, later_on, found_at) values ('%s', '2026-03-02', '2026-11-20', now())"
                            .formatted(id));
            sql.execute(
                    "insert into leads.match_side (match_id, zone, side, lead_id) values ('%1$s', %2$d, 'FIRST', gen_random_uuid()), ('%1$s', %3$d, 'LATER', gen_random_uuid())"
                            .formatted(
                                    id, zones.zone(zone).value(), zones.zone("neighbour").value()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }
}
