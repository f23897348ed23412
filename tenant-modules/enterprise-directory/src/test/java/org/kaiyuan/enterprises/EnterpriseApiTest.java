package org.kaiyuan.enterprises;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.ApiClientRegistration;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@KaiyuanTest
class EnterpriseApiTest {
    private static final String SECRET = "a-secret-of-the-test-only";

    @Autowired MockMvc http;
    @Autowired Zones zones;
    @Autowired ApiClientRegistration clients;

    @Test
    void a_client_registers_reads_revises_and_removes_with_its_own_token() throws Exception {
        var deyang = tokenOf("deyang");
        var created =
                http.perform(
                                post("/api/v1/enterprises")
                                        .with(deyang)
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                "{\"name\": \"接口测试有限公司\", \"registeredCapital\": 1000000}"))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.name").value("接口测试有限公司"))
                        .andReturn()
                        .getResponse();
        var there = String.valueOf(created.getHeader("Location"));
        var tag = String.valueOf(created.getHeader("ETag"));

        http.perform(
                        put(there)
                                .with(deyang)
                                .header("If-Match", tag)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"name\": \"改名之后有限公司\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.formerNames[0].name").value("接口测试有限公司"));
        http.perform(
                        put(there)
                                .with(deyang)
                                .header("If-Match", tag)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"name\": \"太晚了有限公司\"}"))
                .andExpect(status().isPreconditionFailed());
        var now =
                http.perform(get(there).with(deyang))
                        .andExpect(header().exists("ETag"))
                        .andReturn();
        http.perform(
                        delete(there)
                                .with(deyang)
                                .header(
                                        "If-Match",
                                        String.valueOf(now.getResponse().getHeader("ETag"))))
                .andExpect(status().isNoContent());
        http.perform(get(there).with(deyang)).andExpect(status().isNotFound());
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var created =
                http.perform(
                                post("/api/v1/enterprises")
                                        .with(tokenOf("deyang"))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"name\": \"只在德阳有限公司\"}"))
                        .andReturn()
                        .getResponse();
        var there = String.valueOf(created.getHeader("Location"));
        var luzhou = tokenOf("luzhou");

        var foreign =
                http.perform(
                                get(there)
                                        .with(luzhou)
                                        .header("X-Tenant", "deyang")
                                        .param("tenant", "1"))
                        .andExpect(status().isNotFound())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        var missing =
                http.perform(
                                get("/api/v1/enterprises/00000000-0000-7000-8000-000000000000")
                                        .with(luzhou))
                        .andExpect(status().isNotFound())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        org.assertj.core.api.Assertions.assertThat((Object) JsonPath.read(foreign, "$.detail"))
                .isEqualTo(JsonPath.read(missing, "$.detail"));
        http.perform(get("/api/v1/enterprises").with(luzhou).param("name", "只在德阳"))
                .andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void bad_input_is_refused_field_by_field_in_the_callers_language() throws Exception {
        http.perform(
                        post("/api/v1/enterprises")
                                .with(tokenOf("deyang"))
                                .header("Accept-Language", "zh-CN")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"name\": \" \", \"creditCode\": \"123\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[?(@.field=='name')].message").value("必须填写"))
                .andExpect(jsonPath("$.errors[?(@.field=='creditCode')]").exists());
        http.perform(
                        post("/api/v1/enterprises")
                                .with(tokenOf("deyang"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"name\": "))
                .andExpect(status().isBadRequest());
        http.perform(get("/api/v1/enterprises/not-an-id").with(tokenOf("deyang")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void without_a_token_of_ours_nothing_is_answered() throws Exception {
        http.perform(get("/api/v1/enterprises")).andExpect(status().isUnauthorized());
        http.perform(
                        get("/api/v1/enterprises")
                                .header(
                                        "Authorization",
                                        "Bearer eyJhbGciOiJub25lIn0.eyJ6b25lIjoxfQ."))
                .andExpect(status().isUnauthorized());
        http.perform(
                        post("/oauth2/token")
                                .with(httpBasic("deyang-test", "wrong"))
                                .param("grant_type", "client_credentials"))
                .andExpect(status().isUnauthorized());
        http.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components").doesNotExist());
    }

    @Test
    void what_is_filtered_comes_as_a_file() throws Exception {
        var deyang = tokenOf("deyang-files");
        for (var body :
                new String[] {
                    "{\"name\": \"停产的有限公司\", \"status\": \"SUSPENDED\"}", "{\"name\": \"在业的有限公司\"}"
                }) {
            http.perform(
                    post("/api/v1/enterprises")
                            .with(deyang)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body));
        }

        var csv =
                http.perform(
                                get("/api/v1/enterprises/export")
                                        .with(deyang)
                                        .header("Accept-Language", "zh-CN")
                                        .param("format", "csv")
                                        .param("status", "SUSPENDED"))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                        .andExpect(
                                header().string(
                                                "Content-Disposition",
                                                org.hamcrest.Matchers.containsString(
                                                        "filename*=UTF-8''")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        org.assertj.core.api.Assertions.assertThat(csv)
                .contains("停产的有限公司")
                .doesNotContain("在业的有限公司");
        http.perform(
                        get("/api/v1/enterprises/export")
                                .with(deyang)
                                .header("Accept-Language", "zh-CN")
                                .param("format", "pdf"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value("不能导出为“pdf”：请选择 xlsx 或 csv。"));
        http.perform(get("/api/v1/enterprises/export")).andExpect(status().isUnauthorized());
    }

    private RequestPostProcessor tokenOf(String zone) throws Exception {
        SystemActing.inTenant(
                zones.zone(zone),
                () -> {
                    clients.register(zone + "-test", zone, SECRET, false);
                    return true;
                });
        var answer =
                http.perform(
                                post("/oauth2/token")
                                        .with(httpBasic(zone + "-test", SECRET))
                                        .param("grant_type", "client_credentials"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String token = JsonPath.read(answer, "$.access_token");
        return request -> {
            request.addHeader("Authorization", "Bearer " + token);
            return request;
        };
    }
}
