package org.kaiyuan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.ApiClientKeeping;
import org.kaiyuan.platform.access.ApiClientRefused;
import org.kaiyuan.platform.access.ApiClientRow;
import org.kaiyuan.platform.access.ApiClientState;
import org.kaiyuan.platform.access.UnknownApiClient;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.MockMvc;

/** The programs of a zone, as its administrator keeps them. Their calls: ApiClientCallsTest in ui. */
@KaiyuanTest
class ApiClientKeepingTest {
    private static final String ADDRESS = "10.20.0.0/16";

    @Autowired Zones zones;
    @Autowired ApiClientKeeping clients;
    @Autowired ChangeHistory history;
    @Autowired JdbcTemplate jdbc;
    @Autowired MockMvc http;

    private String zone = "";

    @BeforeEach
    void aZoneOfItsOwn() {
        zone = "k" + UUID.randomUUID().toString().substring(0, 12);
        actAs("access:read", "access:clients", "test:read");
    }

    @Test
    void a_client_is_made_with_what_it_may_from_where_and_until_when() {
        var until = Instant.now().plus(Duration.ofDays(90));

        var told = clients.create(terms("数据交换", Set.of("test:read"), ADDRESS, until));

        assertThat(told.secret()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(told.client().clientId()).startsWith(zone + "-");
        var row = clients.get(told.client().id());
        assertThat(row.scopes()).containsExactly("test:read");
        assertThat(row.addresses()).containsExactly(ADDRESS);
        assertThat(row.state(Instant.now())).isEqualTo(ApiClientState.ACTIVE);
        assertThat(row.state(until.plusSeconds(1))).isEqualTo(ApiClientState.EXPIRED);
        assertThat(row.lastUsedAt()).isNull();
        assertThat(clients.list(null, 10)).extracting(ApiClientRow::id).containsExactly(row.id());
        assertThat(clients.list(row.clientId(), 10)).isEmpty();
    }

    @Test
    void its_secret_is_kept_nowhere() {
        var told = clients.create(terms("密钥", Set.of("test:read"), null, null));
        var again = clients.rotate(told.client().id(), 0, null);

        var lines = history.of(List.of(told.client().id()), null, 50);
        assertThat(lines.toString()).doesNotContain(told.secret(), again.secret());
        assertThat(told.client().toString()).doesNotContain(told.secret());
        assertThat(
                        zones.in(
                                zone,
                                () ->
                                        jdbc.queryForObject(
                                                "select count(*) from access.api_client c where c::text like ?",
                                                Long.class,
                                                "%" + told.secret() + "%")))
                .isZero();
    }

    @Test
    void nobody_gives_more_than_they_may_themselves_or_what_is_left_to_persons() {
        refused("client.persons", () -> create("平台的", "calendar:maintain"));
        refused("client.persons", () -> create("越权", "access:clients"));
        refused("client.persons", () -> create("越权", "access:grant"));
        refused("client.persons", () -> create("越权", "access:people"));
        refused("client.persons", () -> create("越权", "access:view-as"));
        refused("refusal.scope", () -> create("没有这项", "test:fly"));
        refused("client.nothing", () -> create("空"));

        actAs("access:read", "access:clients");
        refused("client.notYours", () -> create("自己没有", "test:read"));
        assertThat(clients.grantable()).containsExactly("access:read");
        assertThat(
                        clients.create(terms("人事系统", Set.of("access:read"), null, null))
                                .client()
                                .scopes())
                .containsExactly("access:read");
    }

    @Test
    void the_secret_of_a_program_that_may_more_than_oneself_is_not_told() {
        var made = clients.create(terms("别人建立的", Set.of("test:read"), null, null)).client();
        actAs("access:read", "access:clients");

        refused("client.notYours", () -> clients.rotate(made.id(), made.version(), null));
        assertThat(clients.revoke(made.id()).revokedAt()).isNotNull();
    }

    @Test
    void what_it_may_already_stays_although_who_changes_it_may_not() {
        var made = clients.create(terms("原有权限", Set.of("test:read"), null, null)).client();
        actAs("access:read", "access:clients");

        var changed =
                clients.change(made.id(), 0, terms("改了名字", Set.of("test:read"), ADDRESS, null));

        assertThat(changed.name()).isEqualTo("改了名字");
        assertThat(changed.addresses()).containsExactly(ADDRESS);
    }

    @Test
    void terms_that_cannot_be_are_refused_in_words() {
        refused("client.name", () -> create("   ", "test:read"));
        refused("client.name", () -> create("长".repeat(61), "test:read"));
        refused(
                "client.network",
                () -> clients.create(terms("网段", Set.of("test:read"), "park.example", null)));
        refused(
                "client.over",
                () ->
                        clients.create(
                                terms(
                                        "过去",
                                        Set.of("test:read"),
                                        null,
                                        Instant.now().minusSeconds(1))));
    }

    @Test
    void the_old_secret_may_go_on_for_thirty_days_at_most() {
        var made = clients.create(terms("轮换", Set.of("test:read"), null, null)).client();
        var tooLong = Instant.now().plus(Duration.ofDays(31));
        refused("client.overlap", () -> clients.rotate(made.id(), 0, tooLong));
        refused(
                "client.overlap",
                () -> clients.rotate(made.id(), 0, Instant.now().minusSeconds(5)));
        var until = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);

        var told = clients.rotate(made.id(), 0, until);

        assertThat(told.client().formerSecretUntil()).isEqualTo(until);
        assertThat(clients.rotate(made.id(), 1, null).client().formerSecretUntil()).isNull();
    }

    @Test
    void who_read_something_older_changes_nothing() {
        var made = clients.create(terms("并发", Set.of("test:read"), null, null)).client();
        clients.change(made.id(), 0, terms("先到", Set.of("test:read"), null, null));

        refused(
                "client.changed",
                () -> clients.change(made.id(), 0, terms("后到", Set.of("test:read"), null, null)));
        refused("client.changed", () -> clients.rotate(made.id(), 0, null));
    }

    @Test
    void a_revoked_one_stays_to_be_seen_and_is_changed_no_more() {
        var made = clients.create(terms("吊销", Set.of("test:read"), null, null)).client();

        var revoked = clients.revoke(made.id());

        assertThat(revoked.state(Instant.now())).isEqualTo(ApiClientState.REVOKED);
        assertThat(revoked.revokedBy()).contains(zone + "-tester");
        assertThat(clients.revoke(made.id()).version()).isEqualTo(revoked.version());
        refused("client.revoked", () -> clients.rotate(made.id(), revoked.version(), null));
        refused(
                "client.revoked",
                () ->
                        clients.change(
                                made.id(),
                                revoked.version(),
                                terms("复活", Set.of("test:read"), null, null)));
    }

    @Test
    void everything_done_to_it_is_in_its_history() {
        var made = clients.create(terms("留痕", Set.of("test:read"), null, null)).client();
        clients.change(made.id(), 0, terms("留痕二", Set.of("test:read"), ADDRESS, null));
        clients.rotate(made.id(), 1, Instant.now().plus(Duration.ofHours(1)));
        clients.revoke(made.id());

        assertThat(history.of(List.of(made.id()), null, 50))
                .extracting(ChangeEntry::act)
                .contains("created", "changed", "rotated", "revoked");
    }

    @Test
    void who_may_only_look_changes_nothing_and_who_may_not_look_sees_nothing() {
        var made = clients.create(terms("权限", Set.of("test:read"), null, null)).client();

        actAs("access:read", "test:read");
        assertThat(clients.get(made.id()).name()).isEqualTo("权限");
        denied(() -> create("只读", "test:read"));
        denied(() -> clients.change(made.id(), 0, terms("只读", Set.of("test:read"), null, null)));
        denied(() -> clients.rotate(made.id(), 0, null));
        denied(() -> clients.revoke(made.id()));

        actAs("test:read");
        denied(() -> clients.list(null, 10));
        denied(() -> clients.get(made.id()));
    }

    @Test
    void another_zone_sees_nothing() {
        var made = clients.create(terms("只在这里", Set.of("test:read"), null, null)).client();
        var other = "o" + UUID.randomUUID().toString().substring(0, 12);

        zones.in(
                other,
                () -> {
                    assertThat(clients.list(null, 200)).isEmpty();
                    assertThatThrownBy(() -> clients.get(made.id()))
                            .isInstanceOf(UnknownApiClient.class);
                    assertThatThrownBy(() -> clients.rotate(made.id(), 0, null))
                            .isInstanceOf(UnknownApiClient.class);
                    assertThatThrownBy(() -> clients.revoke(made.id()))
                            .isInstanceOf(UnknownApiClient.class);
                    assertThatThrownBy(() ->
                                    clients.change(
                                            made.id(),
                                            0,
                                            terms("别人的", Set.of("test:read"), null, null)))
                            .isInstanceOf(UnknownApiClient.class);
                    return null;
                });
        assertThat(clients.get(made.id()).version()).isZero();
    }

    @Test
    void over_http_the_secret_is_in_one_answer_and_not_in_the_next() throws Exception {
        var made =
                http.perform(
                                post("/api/v1/api-clients")
                                        .with(authentication(somebody()))
                                        .header("Idempotency-Key", zone)
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                """
                                                {"name": "接口", "scopes": ["test:read"], "addresses": ["10.20.1.1/16"]}\
                                                """))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.secret").isNotEmpty())
                        .andExpect(jsonPath("$.client.addresses[0]").value(ADDRESS))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        var id = JsonPath.<String>read(made, "$.client.id");
        var secret = JsonPath.<String>read(made, "$.secret");

        var read =
                http.perform(get("/api/v1/api-clients/" + id).with(authentication(somebody())))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.state").value("ACTIVE"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(read).doesNotContain(secret, "ecret_hash", "bcrypt");
        http.perform(
                        post("/api/v1/api-clients/" + id + "/secret")
                                .with(authentication(somebody()))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"version\": 0}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.secret").isNotEmpty());
        http.perform(post("/api/v1/api-clients/" + id + "/revoke").with(authentication(somebody())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("REVOKED"));
        http.perform(
                        post("/api/v1/api-clients")
                                .with(authentication(somebody()))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"name": "夹带", "scopes": ["test:read"], "zone": 1, "enabled": true}\
                                        """))
                .andExpect(status().isBadRequest());
    }

    private void create(String name, String... scopes) {
        clients.create(terms(name, Set.of(scopes), null, null));
    }

    private static ApiClientKeeping.Terms terms(
            String name, Set<String> scopes, @Nullable String address, @Nullable Instant until) {
        return new ApiClientKeeping.Terms(
                name, scopes, address == null ? List.of() : List.of(address), until);
    }

    private void actAs(String... permissions) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(zones.somebody(zone, permissions)));
    }

    private Authentication somebody() {
        return zones.somebody(zone, AccessPermissions.READ, AccessPermissions.CLIENTS, "test:read");
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(ApiClientRefused.class).hasMessageContaining(key);
    }

    private static void denied(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
    }
}
