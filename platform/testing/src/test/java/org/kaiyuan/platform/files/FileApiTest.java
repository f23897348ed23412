package org.kaiyuan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Things;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@KaiyuanTest
@ActAsZone("file-api")
class FileApiTest {
    @Autowired MockMvc http;
    @Autowired Things things;
    @Autowired Zones zones;

    @Test
    void a_program_attaches_lists_fetches_and_removes() throws Exception {
        var thing = things.make();
        var created =
                http.perform(upload(thing, "../../营业执照.txt", "内容"))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.name").value("营业执照.txt"))
                        .andExpect(jsonPath("$.bytes").value(6))
                        .andReturn()
                        .getResponse();
        var there = String.valueOf(created.getHeader("Location"));

        http.perform(get(there).with(somebody("file-api")))
                .andExpect(jsonPath("$.sha256").value(sha(created)));
        http.perform(
                        get("/api/v1/files")
                                .with(somebody("file-api"))
                                .param("subjectKind", thing.kind())
                                .param("subjectId", thing.id().toString()))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isEmpty());
        http.perform(get(there + "/content").with(somebody("file-api")))
                .andExpect(status().isOk())
                .andExpect(content().bytes("内容".getBytes(StandardCharsets.UTF_8)))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(
                        header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        org.hamcrest.Matchers.startsWith("attachment;")))
                .andExpect(header().exists("Repr-Digest"));
        http.perform(delete(there).with(somebody("file-api"))).andExpect(status().isNoContent());
        http.perform(delete(there).with(somebody("file-api"))).andExpect(status().isNotFound());
    }

    @Test
    void a_repeated_post_with_its_key_is_done_once() throws Exception {
        var thing = things.make();
        var key = UUID.randomUUID().toString();

        var first = sent(upload(thing, "a.txt", "内容"), key);
        var again = sent(upload(thing, "a.txt", "内容"), key);

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.getHeader("Location")).isEqualTo(first.getHeader("Location"));
    }

    @Test
    void another_zones_file_and_a_missing_one_are_one_answer() throws Exception {
        var thing = things.make();
        var there =
                http.perform(upload(thing, "a.txt", "内容"))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location");
        var missing = "/api/v1/files/00000000-0000-7000-8000-000000000000";

        for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.DELETE}) {
            assertThat(answer(method, there + "", "file-api-other"))
                    .isEqualTo(answer(method, missing, "file-api-other"))
                    .startsWith("404 ");
        }
        assertThat(answer(HttpMethod.GET, there + "/content", "file-api-other"))
                .isEqualTo(answer(HttpMethod.GET, missing + "/content", "file-api-other"))
                .startsWith("404 ");
        assertThat(ofRecord(thing, "file-api-other"))
                .isEqualTo(
                        ofRecord(new RecordRef(Things.KIND, UUID.randomUUID()), "file-api-other"))
                .isEqualTo(ofRecord(new RecordRef("no.kind", thing.id()), "file-api-other"));
        http.perform(get(there + "").with(anonymous())).andExpect(status().isUnauthorized());
    }

    @Test
    void refusals_say_what_was_refused_in_the_callers_language() throws Exception {
        var thing = things.make();

        http.perform(upload(thing, "a.svg", "<svg/>").header("Accept-Language", "zh-CN"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("files.refusal.type"))
                .andExpect(
                        jsonPath("$.detail")
                                .value(org.hamcrest.Matchers.startsWith("不支持“a.svg”这类文件")));
        http.perform(upload(thing, "a.txt", ""))
                .andExpect(jsonPath("$.code").value("files.refusal.empty"));
        http.perform(
                        multipart("/api/v1/files")
                                .with(somebody("file-api"))
                                .queryParam("subjectKind", thing.kind())
                                .queryParam("subjectId", thing.id().toString()))
                .andExpect(status().isBadRequest());
    }

    private AbstractMockMultipartHttpServletRequestBuilder<?> upload(
            RecordRef thing, String name, String content) {
        return multipart("/api/v1/files")
                .file(
                        new MockMultipartFile(
                                "file",
                                name,
                                "application/x-evil",
                                content.getBytes(StandardCharsets.UTF_8)))
                .param("subjectKind", thing.kind())
                .param("subjectId", thing.id().toString())
                .with(somebody("file-api"));
    }

    private MockHttpServletResponse sent(
            AbstractMockMultipartHttpServletRequestBuilder<?> request, String key)
            throws Exception {
        return http.perform(request.header("Idempotency-Key", key)).andReturn().getResponse();
    }

    private String answer(HttpMethod method, String path, String zone) throws Exception {
        var answer =
                http.perform(
                                org.springframework.test.web.servlet.request.MockMvcRequestBuilders
                                        .request(method, path)
                                        .with(somebody(zone)))
                        .andReturn()
                        .getResponse();
        return answer.getStatus() + " " + detail(answer);
    }

    private String ofRecord(RecordRef record, String zone) throws Exception {
        var answer =
                http.perform(
                                get("/api/v1/files")
                                        .with(somebody(zone))
                                        .param("subjectKind", record.kind())
                                        .param("subjectId", record.id().toString()))
                        .andReturn()
                        .getResponse();
        return answer.getStatus() + " " + detail(answer);
    }

    private static String detail(MockHttpServletResponse answer) throws Exception {
        return JsonPath.read(answer.getContentAsString(StandardCharsets.UTF_8), "$.detail");
    }

    private static String sha(MockHttpServletResponse answer) throws Exception {
        return JsonPath.read(answer.getContentAsString(StandardCharsets.UTF_8), "$.sha256");
    }

    private RequestPostProcessor somebody(String zone) {
        return authentication(zones.somebody(zone, "*"));
    }
}
