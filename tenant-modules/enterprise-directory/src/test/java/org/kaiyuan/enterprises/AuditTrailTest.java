package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.audit.Acting;
import org.kaiyuan.platform.audit.AuditExport;
import org.kaiyuan.platform.audit.AuditFilter;
import org.kaiyuan.platform.audit.AuditLine;
import org.kaiyuan.platform.audit.AuditTrail;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.CursorRefused;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.ActsInTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading the trail and taking it along, by people and by programs. */
@KaiyuanTest
@ActAsZone("audit-zone")
class AuditTrailTest {
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseRevision revision;
    @Autowired EnterpriseDirectory directory;
    @Autowired AuditTrail trail;
    @Autowired AuditExport export;
    @Autowired ChangeHistory history;
    @Autowired TransactionTemplate transaction;
    @Autowired Zones zones;
    @Autowired MockMvc http;

    @Test
    void every_filter_finds_what_it_says_and_pages_follow_each_other() {
        var id = registration.register(EnterpriseProfile.named("审计甲有限公司"));
        revision.revise(id, directory.details(id).version(), EnterpriseProfile.named("审计乙有限公司"));

        var all = new AuditFilter(null, null, null, id.value(), null, null, null);
        var lines = trail.find(all, null, 50).items();
        assertThat(lines).extracting(AuditLine::act).contains("revised", "registered");
        var renamed =
                lines.stream().filter(l -> "name".equals(l.field())).findFirst().orElseThrow();
        assertThat(renamed.before()).isEqualTo("审计甲有限公司");
        assertThat(renamed.after()).isEqualTo("审计乙有限公司");
        assertThat(renamed.actor()).isEqualTo("audit-zone-tester");

        var first = trail.find(all, null, 1);
        var second = trail.find(all, first.next(), 1);
        assertThat(first.items().getFirst()).isEqualTo(lines.get(0));
        assertThat(second.items().getFirst()).isEqualTo(lines.get(1));

        assertThat(found(id, "audit-zone-tester", null, null)).isEqualTo(lines.size());
        assertThat(found(id, "测试员 audit-zone-tester", null, null)).isEqualTo(lines.size());
        assertThat(found(id, "audit", null, null)).isZero();
        assertThat(found(id, null, "registered", null)).isEqualTo(1);
        assertThat(found(id, null, null, "审计乙")).isEqualTo(1);
        assertThat(
                        trail.find(
                                        new AuditFilter(
                                                null,
                                                null,
                                                "enterprises.enterprise",
                                                id.value(),
                                                renamed.at().plusSeconds(5),
                                                null,
                                                null),
                                        null,
                                        50)
                                .items())
                .isEmpty();
        assertThatThrownBy(() -> trail.find(all, "' or 1=1", 10)).isInstanceOf(CursorRefused.class);
    }

    @Test
    void who_acts_by_entrustment_is_shown_as_coming_from_elsewhere_also_in_set_based_statements() {
        var own = zones.zone("audit-operating-company");
        var zone = zones.zone("audit-zone");
        record Entrusted(TenantId tenantId, TenantId cameFrom) implements ActsInTenant {}
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        new TestingAuthenticationToken(
                                new Entrusted(zone, own),
                                "",
                                "ROLE_enterprises:read",
                                "ROLE_enterprises:write",
                                "ROLE_audit:read")));
        var id = registration.register(EnterpriseProfile.named("受托登记有限公司"));
        transaction.executeWithoutResult(open ->
                history.record("test.thing", UUID.randomUUID(), "entrusted", java.util.List.of()));

        var filter = new AuditFilter(null, null, null, id.value(), null, null, null);
        assertThat(trail.find(filter, null, 5).items())
                .extracting(AuditLine::cameFrom)
                .containsOnly(own.value());
    }

    @Test
    void an_export_has_every_line_in_words_and_becomes_a_line_itself() throws Exception {
        var id = registration.register(EnterpriseProfile.named("导出审计有限公司"));
        var filter = new AuditFilter(null, null, null, id.value(), null, null, null);

        try (var file = export.export(filter, TabularFormat.CSV, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(Files.readString(file.path(), StandardCharsets.UTF_8))
                    .contains("时间", "变更前", "测试员 audit-zone-tester", "登记", "企业");
            assertThat(file.name()).startsWith("审计记录-").endsWith(".csv");
        }
        assertThat(
                        trail.find(
                                        new AuditFilter(
                                                null,
                                                "exported",
                                                "audit.chain",
                                                null,
                                                null,
                                                null,
                                                null),
                                        null,
                                        10)
                                .items())
                .isNotEmpty();
    }

    @Test
    void programs_read_take_along_and_verify() throws Exception {
        registration.register(EnterpriseProfile.named("接口审计有限公司"));
        var program = zones.somebody("audit-zone", "audit:read", "audit:export");

        http.perform(get("/api/v1/audit").param("limit", "1").with(authentication(program)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isString());
        http.perform(
                        get("/api/v1/audit/export")
                                .param("format", "CSV")
                                .with(authentication(program)))
                .andExpect(status().isOk());
        http.perform(post("/api/v1/audit/verifications").with(authentication(program)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sound").value(true))
                .andExpect(jsonPath("$.whole").value(true));
        http.perform(
                        post("/api/v1/audit/verifications")
                                .param("link", "1")
                                .param("hash", "xyz")
                                .with(authentication(program)))
                .andExpect(status().is4xxClientError());
    }

    @Test
    @ActAsZone(value = "audit-zone", permissions = "enterprises:read")
    void who_may_not_is_refused() {
        assertThatThrownBy(() -> trail.find(AuditFilter.ALL, null, 10))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> export.export(AuditFilter.ALL, TabularFormat.CSV, Locale.ENGLISH))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void what_belongs_to_no_zone_stands_in_the_platforms_own_chain() {
        var nobodys = UUID.randomUUID();
        transaction.executeWithoutResult(open ->
                history.recordOf(
                        null,
                        new Acting("zh…", "zh…", null, "10.0.0.9"),
                        "access.account",
                        nobodys,
                        "signInFailed",
                        java.util.List.of(new FieldChange("reason", null, "unknownName"))));
        var filter = new AuditFilter(null, null, null, nobodys, null, null, null);
        assertThat(trail.find(filter, null, 10).items()).isEmpty();

        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        new TestingAuthenticationToken("platform-auditor", "", "ROLE_audit:read")));
        assertThat(trail.find(filter, null, 10).items())
                .singleElement()
                .satisfies(line -> assertThat(line.address()).isEqualTo("10.0.0.9"));
        assertThat(trail.find(AuditFilter.ALL, null, 200).items())
                .noneMatch(line -> line.kind().equals("enterprises.enterprise"));
    }

    @Test
    void another_zone_sees_nothing() {
        var id = registration.register(EnterpriseProfile.named("别家看不到有限公司"));
        var filter = new AuditFilter(null, null, null, id.value(), null, null, null);

        assertThat(trail.find(filter, null, 10).items()).isNotEmpty();
        assertThat(zones.in("audit-other-zone", () -> trail.find(filter, null, 10).items()))
                .isEmpty();
    }

    private int found(EnterpriseId id, String person, String act, String text) {
        return trail.find(
                        new AuditFilter(person, act, null, id.value(), null, null, text), null, 50)
                .items()
                .size();
    }
}
