package org.kaiyuan.services;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.portal.ConfirmationCodes;
import org.kaiyuan.portal.PortalRegistration;
import org.kaiyuan.portal.PortalRegistration.Asked;
import org.kaiyuan.portal.PortalRegistration.NewAccount;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What many tests begin with: a park of each test's own with staff, enterprises with people who stand for them, and services that
 * can be asked for.
 */
@KaiyuanTest
abstract class ServiceDesk {
    static final String PASSWORD = "a-password-of-the-test";
    static final Applicant APPLICANT = new Applicant("王芳", "13800001234");

    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired EnterpriseRegistration enterprises;
    @Autowired PortalRegistration registration;
    @Autowired ConfirmationCodes codes;
    @Autowired AuthenticationProvider signIn;
    @Autowired Attachments attachments;
    @Autowired CaseDrafting drafting;
    @Autowired CaseSubmission submission;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    /** Its code. */
    String park = "";

    @BeforeEach
    void aPark() {
        park = "s" + UUID.randomUUID().toString().substring(0, 12);
        zones.zone(park);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    record Firm(EnterpriseId id, String name, String creditCode) {}

    /** A new enterprise of the park. */
    Firm firm() {
        var digits = new StringBuilder("91510600MA");
        digits.append(
                "%07d"
                        .formatted(
                                (UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE)
                                        % 10_000_000));
        var code = digits.append(CreditCode.checkCharacter(digits.toString())).toString();
        var name = "测试企业" + code.substring(8) + "有限公司";
        return zones.in(
                park, () -> new Firm(enterprises.register(profile(name, code)), name, code));
    }

    private static EnterpriseProfile profile(String name, String code) {
        var p = EnterpriseProfile.named(name);
        return new EnterpriseProfile(
                p.name(),
                p.formerNames(),
                p.shortName(),
                code,
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
                "510603",
                p.city(),
                "泰山南路二段1号",
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

    /** A new person with an account who stands for the firm; signed in with what their roles really give. */
    Authentication person(Firm firm, boolean administrator) {
        var username = park + "-" + UUID.randomUUID().toString().substring(0, 8);
        var code = zones.in(park, () -> codes.make(firm.id(), administrator, null)).code();
        registration.register(
                new Asked(
                        park, firm.creditCode(), "某" + username.substring(14), "13800001234", code),
                new NewAccount(username, PASSWORD),
                "192.0.2." + username);
        return signedIn(username);
    }

    /** Somebody of the park's staff, with an account. */
    Authentication staff(Role role) {
        var username = park + "-" + UUID.randomUUID().toString().substring(0, 8);
        zones.in(
                park,
                () -> {
                    var account = accounts.register(username, PASSWORD, "某员工", false, false);
                    accounts.join(account, role);
                    return account;
                });
        return signedIn(username);
    }

    Authentication signedIn(String username) {
        return Objects.requireNonNull(
                signIn.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(username, PASSWORD)));
    }

    static <T extends @Nullable Object> T as(Authentication who, Callable<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(who));
        try {
            return work.call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** In the park, as somebody of its staff who may everything. */
    <T extends @Nullable Object> T desk(Callable<T> work) {
        return zones.in(park, work);
    }

    /** A field that must be filled in ({@code purpose}), one that shows another ({@code abroad} → {@code country}). */
    static FormDefinition form() {
        return new FormDefinition(
                List.of(
                        new FormSection(
                                "基本信息",
                                null,
                                List.of(
                                        prefilled("name", FieldKind.TEXT, Prefill.ENTERPRISE_NAME),
                                        prefilled("code", FieldKind.TEXT, Prefill.CREDIT_CODE),
                                        prefilled("place", FieldKind.ADDRESS, Prefill.ADDRESS),
                                        FormField.of("purpose", FieldKind.TEXT, "用途", true),
                                        FormField.of("abroad", FieldKind.YES_NO, "是否涉外", false),
                                        conditional("country", "国别", "abroad", "yes")))));
    }

    static FormField prefilled(String key, FieldKind kind, Prefill prefill) {
        return new FormField(
                key, kind, key, null, null, false, null, List.of(), null, null, null, List.of(),
                prefill, List.of());
    }

    private static FormField conditional(String key, String label, String on, String value) {
        return new FormField(
                key,
                FieldKind.TEXT,
                label,
                null,
                null,
                true,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(new Condition(on, Comparison.IS, List.of(value))));
    }

    static Material material(String key, String name, boolean required, boolean deferrable) {
        return new Material(
                key, name, null, 1, 0, required, deferrable, false, null, List.of(), List.of());
    }

    /** Wanted: {@code licence} and {@code plan}, which may follow; {@code photo} is not; {@code charter} the park has. */
    static List<Material> materials() {
        return List.of(
                material("licence", "营业执照", true, false),
                material("plan", "实施方案", true, true),
                material("photo", "照片", false, false),
                new Material(
                        "charter", "公司章程", null, 0, 1, true, false, true, null, List.of(),
                        List.of()));
    }

    static ServiceNote note(String title) {
        return note(title, materials(), List.of());
    }

    static ServiceNote note(String title, List<Material> materials, List<ServiceId> parts) {
        return new ServiceNote(
                new GuideText(title, "园区企业", "在园区登记", null, null, "批复", "0838-0000000"),
                null,
                List.of(new LegalGround("中华人民共和国行政许可法", "第三十二条")),
                materials,
                ServiceKind.COMMITTED,
                20,
                10,
                Set.of(HandlingMode.DEFERRAL, HandlingMode.PLEDGE),
                0,
                "综合窗口",
                List.of("测试"),
                form(),
                new Procedure(
                        List.of(
                                new ProcedureStep(StepKind.PRECHECK, null, 1, Set.of()),
                                new ProcedureStep(StepKind.ACCEPT, null, 5, Set.of()),
                                new ProcedureStep(StepKind.REVIEW, null, 5, Set.of()),
                                new ProcedureStep(StepKind.DECIDE, null, 5, Set.of())),
                        List.of()),
                List.of(),
                parts);
    }

    /** One of the park's own that can be asked for. */
    ServiceId service() {
        return service(ServiceTrack.PARK, note("测试事项"));
    }

    /** Straight into the tables, so that a test of cases does not wait for the catalogue. */
    ServiceId service(ServiceTrack track, ServiceNote note) {
        return service(track, track == ServiceTrack.STATUTORY ? UUID.randomUUID() : null, note);
    }

    ServiceId service(ServiceTrack track, @Nullable UUID matter, ServiceNote note) {
        var id = ServiceId.next();
        desk(() ->
                transaction.execute(t -> {
                    var zone = CurrentTenant.get().value();
                    jdbc.update(
                            """
                            insert into services.service (tenant_id, id, code, track, state, matter_id, title, topics, edition,
                                updated_at)
                            values (?, ?, ?, ?, 'OPEN', ?, ?, ?, 1, now())\
                            """,
                            zone,
                            id.value(),
                            "T-" + id.toString().substring(24),
                            track.name(),
                            matter,
                            note.title(),
                            note.topics().toArray(String[]::new));
                    edition(id, 1, note);
                    return id;
                }));
        return id;
    }

    /** The next edition, which counts from now on. */
    void publish(ServiceId id, int number, ServiceNote note) {
        desk(() ->
                transaction.execute(t -> {
                    edition(id, number, note);
                    jdbc.update(
                            "update services.service set edition = ?, title = ?, version = version + 1 where id = ?",
                            number,
                            note.title(),
                            id.value());
                    return id;
                }));
    }

    private void edition(ServiceId id, int number, ServiceNote note) {
        jdbc.update(
                """
                insert into services.edition (tenant_id, service_id, number, note, published_at, published_by, published_name)
                values (?, ?, ?, ?::jsonb, ?, 'test', '测试')\
                """,
                CurrentTenant.get().value(),
                id.value(),
                number,
                ServiceJson.write(note),
                Timestamp.from(Instant.now()));
    }

    void close(ServiceId id) {
        owned("update services.service set state = 'CLOSED' where id = ?", id.value());
    }

    /** Writes in the park, past the use cases. */
    void owned(String sql, Object... arguments) {
        desk(() -> transaction.execute(t -> jdbc.update(sql, arguments)));
    }

    /** Reads one value in the park, past the use cases. */
    <T> T read(Class<T> type, String sql, Object... arguments) {
        return Objects.requireNonNull(
                desk(() -> transaction.execute(t -> jdbc.queryForObject(sql, type, arguments))));
    }

    static FormAnswers filledIn() {
        return new FormAnswers(Map.of("purpose", List.of("扩建厂房")), Map.of());
    }

    FileId file(RecordRef record, String name) {
        try {
            return attachments
                    .attach(
                            record,
                            name,
                            new ByteArrayInputStream(
                                    ("内容 " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)))
                    .id();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By {@link #APPLICANT}, who pledges nothing. */
    static FilledIn said(FormAnswers answers) {
        return new FilledIn(answers, APPLICANT, false, Set.of());
    }

    /** Begun, filled in, with all papers that are wanted. */
    DraftId readyDraft(Authentication who, Firm firm, ServiceId service) {
        return as(
                who,
                () -> {
                    var id = drafting.begin(service, firm.id());
                    drafting.save(id, said(filledIn()), drafting.find(id).version());
                    for (var material : List.of("licence", "plan")) {
                        drafting.paper(
                                id, material, file(CaseDraftRecords.of(id), material + ".txt"));
                    }
                    return id;
                });
    }

    Receipt submit(Authentication who, DraftId draft) {
        return as(who, () -> submission.submit(draft, drafting.find(draft).version()));
    }

    /** A case of the firm that was handed in just now. */
    CaseId submitted(Authentication who, Firm firm, ServiceId service) {
        return submit(who, readyDraft(who, firm, service)).caseId();
    }
}
