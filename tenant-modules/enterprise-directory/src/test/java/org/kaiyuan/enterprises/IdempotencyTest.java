package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A POST with an {@code Idempotency-Key} is done once. */
@KaiyuanTest
class IdempotencyTest {
    private static final String ZONE = "idempotent";

    @Autowired MockMvc http;
    @Autowired EnterpriseDirectory directory;
    @Autowired EnterpriseRegistration registration;
    @Autowired Zones zones;
    @Autowired TestServers servers;
    @Autowired java.util.List<ZoneChore> chores;

    private final String key = UUID.randomUUID().toString();

    @Test
    void the_same_post_again_is_answered_alike_and_done_once() throws Exception {
        var first = posted(key, "{\"name\": \"一次有限公司\"}").andExpect(status().isCreated());
        var answer = first.andReturn().getResponse();

        posted(key, "{\"name\": \"一次有限公司\"}")
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotent-Replayed", "true"))
                .andExpect(header().string("Location", answer.getHeader("Location")))
                .andExpect(header().string("ETag", answer.getHeader("ETag")))
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(content().bytes(answer.getContentAsByteArray()));
        assertThat(named("一次有限公司")).isEqualTo(1);
    }

    @Test
    void without_a_key_each_post_is_done() throws Exception {
        for (int i = 0; i < 2; i++) {
            http.perform(
                            post("/api/v1/enterprises")
                                    .with(authentication(zones.somebody(ZONE, "*")))
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content("{\"name\": \"两次有限公司\"}"))
                    .andExpect(status().isCreated())
                    .andExpect(header().doesNotExist("Idempotent-Replayed"));
        }
        assertThat(named("两次有限公司")).isEqualTo(2);
    }

    @Test
    void a_key_that_was_used_for_another_request_is_refused() throws Exception {
        posted(key, "{\"name\": \"甲一有限公司\"}").andExpect(status().isCreated());

        posted(key, "{\"name\": \"乙一有限公司\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("rest.refusal.keyUsed"));
        assertThat(named("乙一有限公司")).isZero();
    }

    @Test
    void a_refused_post_keeps_nothing_so_the_corrected_one_may_use_its_key() throws Exception {
        posted(key, "{\"name\": \" \"}").andExpect(status().isUnprocessableContent());

        posted(key, "{\"name\": \"改好有限公司\"}")
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Idempotent-Replayed"));
        assertThat(named("改好有限公司")).isEqualTo(1);
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        posted(key, "{\"name\": \"同钥匙有限公司\"}").andExpect(status().isCreated());

        http.perform(
                        post("/api/v1/enterprises")
                                .with(authentication(zones.somebody("idempotent-too", "*")))
                                .header("Idempotency-Key", key)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"name\": \"同钥匙有限公司\"}"))
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Idempotent-Replayed"));
    }

    @Test
    void while_the_first_is_worked_on_the_second_is_told_to_wait() throws Exception {
        long zone = zones.zone(ZONE).value();
        try (var first = servers.asOwner();
                var sql =
                        first.prepareStatement("select pg_advisory_lock(hashtextextended(?, ?))")) {
            sql.setString(1, ZONE + "-tester\n" + key);
            sql.setLong(2, zone);
            sql.execute();

            posted(key, "{\"name\": \"等待有限公司\"}")
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("rest.refusal.keyBusy"));
        }
        posted(key, "{\"name\": \"等待有限公司\"}").andExpect(status().isCreated());
        assertThat(named("等待有限公司")).isEqualTo(1);
    }

    @Test
    void a_key_that_is_none_is_refused() throws Exception {
        posted("有空格 的", "{\"name\": \"x\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("rest.refusal.key"));
        posted("k".repeat(256), "{\"name\": \"x\"}").andExpect(status().isBadRequest());
    }

    @Test
    void what_is_seen_unmasked_is_not_kept() throws Exception {
        var id =
                Objects.requireNonNull(
                        zones.in(
                                ZONE,
                                () ->
                                        registration.register(
                                                new ProfileDraft("掩码有限公司")
                                                        .contact(
                                                                new ContactLine(
                                                                        null,
                                                                        "张三",
                                                                        null,
                                                                        "13800005678",
                                                                        null))
                                                        .done())));
        var contact =
                zones.in(ZONE, () -> directory.details(id)).profile().contacts().getFirst().id();
        for (int i = 0; i < 2; i++) {
            http.perform(
                            post("/api/v1/enterprises/" + id + "/contacts/" + contact + "/unmask")
                                    .with(authentication(zones.somebody(ZONE, "*")))
                                    .header("Idempotency-Key", key)
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content("{\"purpose\": \"回访\"}"))
                    .andExpect(status().isOk())
                    .andExpect(header().doesNotExist("Idempotent-Replayed"));
        }
        assertThat(zones.in(ZONE, () -> directory.history(id, null, 10)))
                .filteredOn(line -> line.act().equals("unmasked"))
                .hasSize(2);
    }

    @Test
    void after_a_day_it_is_forgotten() throws Exception {
        posted(key, "{\"name\": \"昨天有限公司\"}").andExpect(status().isCreated());
        age(key);

        zones.in(
                ZONE,
                () -> {
                    chores.forEach(ZoneChore::run);
                    return true;
                });

        assertThat(kept()).isZero();
        posted(key, "{\"name\": \"今天有限公司\"}").andExpect(status().isCreated());
        age(key);
        posted(key, "{\"name\": \"后天有限公司\"}").andExpect(status().isCreated());
    }

    private ResultActions posted(String key, String body) throws Exception {
        return http.perform(
                post("/api/v1/enterprises")
                        .with(authentication(zones.somebody(ZONE, "*")))
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private int named(String name) throws Exception {
        var body =
                http.perform(
                                get("/api/v1/enterprises")
                                        .param("name", name)
                                        .with(authentication(zones.somebody(ZONE, "*"))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return com.jayway.jsonpath.JsonPath.<java.util.List<Object>>read(body, "$.items").size();
    }

    private void age(String key) throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone(ZONE).value() + "'");
            sql.execute(
                    "update rest.kept_answer set kept_at = kept_at - interval '25 hours' where idempotency_key = '"
                            + key
                            + "'");
        }
    }

    private long kept() throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone(ZONE).value() + "'");
            try (var rows =
                    sql.executeQuery(
                            "select count(*) from rest.kept_answer where idempotency_key = '"
                                    + key
                                    + "'")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
