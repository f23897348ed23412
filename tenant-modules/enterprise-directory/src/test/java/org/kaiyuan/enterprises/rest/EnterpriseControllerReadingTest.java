package org.kaiyuan.enterprises.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@KaiyuanTest
class EnterpriseControllerReadingTest {
    @Autowired MockMvc http;
    @Autowired EnterpriseRegistration registration;
    @Autowired Zones zones;

    @Test
    void following_next_shows_every_enterprise_once() throws Exception {
        for (var name : List.of("甲公司", "乙公司", "丙公司", "丁公司", "戊公司")) {
            registered("rest-pages", name);
        }

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var path = "/api/v1/enterprises?limit=2" + (cursor == null ? "" : "&cursor=" + cursor);
            var body = ask("rest-pages", path).andReturn().getResponse().getContentAsString();
            seen.addAll(JsonPath.<List<String>>read(body, "$.items[*].name"));
            cursor = JsonPath.read(body, "$.next");
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrder("甲公司", "乙公司", "丙公司", "丁公司", "戊公司");
    }

    @Test
    void one_in_full_carries_its_version_as_etag() throws Exception {
        var id = registered("rest-one", "己公司");

        ask("rest-one", "/api/v1/enterprises/" + id)
                .andExpect(status().isOk())
                .andExpect(header().exists("ETag"))
                .andExpect(jsonPath("$.id").value(id.toString()))
                .andExpect(jsonPath("$.name").value("己公司"))
                .andExpect(jsonPath("$.status").value("ACTIVE"));
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var id = registered("rest-mine", "庚公司");

        ask("rest-other", "/api/v1/enterprises/" + id).andExpect(status().isNotFound());
        ask("rest-other", "/api/v1/enterprises").andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void a_cursor_that_is_none_is_refused_in_a_sentence() throws Exception {
        ask("rest-one", "/api/v1/enterprises?cursor=nonsense")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void a_parameter_of_the_wrong_kind_is_refused() throws Exception {
        ask("rest-one", "/api/v1/enterprises?limit=many").andExpect(status().isBadRequest());
        ask("rest-one", "/api/v1/enterprises?status=SLEEPING").andExpect(status().isBadRequest());
    }

    @Test
    void nobody_in_particular_gets_nothing() throws Exception {
        http.perform(get("/api/v1/enterprises")).andExpect(status().isUnauthorized());
    }

    private EnterpriseId registered(String zone, String name) {
        return zones.in(zone, () -> registration.register(EnterpriseProfile.named(name)));
    }

    private ResultActions ask(String zone, String path) throws Exception {
        return http.perform(get(path).with(authentication(zones.somebody(zone, "*"))));
    }
}
