package org.kaiyuan.services;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Cases over HTTP, as a program of the park asks. */
class CaseApiTest extends ManyCases {
    private static final String ROOT = "/api/v1/services";

    @Autowired MockMvc http;

    @Test
    void a_case_is_listed_read_and_acted_upon_by_its_version() throws Exception {
        var id = running();

        get("/cases?box=ALL&limit=5")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].id").value(id.toString()))
                .andExpect(jsonPath("$.next").doesNotExist());
        get("/cases/counts").andExpect(jsonPath("$.ALL").value(1));
        get("/cases/" + id)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.phone").value("138****1234"))
                .andExpect(jsonPath("$.summary.state").value("ACCEPTED"));
        get("/cases/" + id + "/clock")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.promisedDays").value(10));
        act(id, 1, "{\"act\": \"CLAIM\"}")
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.summary.owner").value(park + "-tester"));
        act(id, 1, "{\"act\": \"RELEASE\"}").andExpect(status().isPreconditionFailed());
        act(id, 2, "{\"act\": \"HAND_OVER\"}")
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("username")));
        act(id, 2, "{\"act\": \"ANSWER\", \"said\": \"x\"}").andExpect(status().isConflict());
        act(id, 2, "{\"act\": \"REMARK\", \"said\": \"看过\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.events[-1:].said").value("看过"));
        act(id, 3, "{\"act\": \"SUBMIT\"}").andExpect(status().is4xxClientError());
        ask(
                        park,
                        with(
                                MockMvcRequestBuilders.post(ROOT + "/cases/" + id + "/acts"),
                                "{\"act\": \"CLAIM\"}"))
                .andExpect(status().isPreconditionRequired());
    }

    @Test
    void who_may_only_read_acts_on_nothing_and_who_may_not_decide_decides_nothing()
            throws Exception {
        var id = running();
        var path = ROOT + "/cases/" + id + "/acts";

        ask(
                        park,
                        with(MockMvcRequestBuilders.post(path), "{\"act\": \"CLAIM\"}")
                                .header("If-Match", "\"1\""),
                        ServicesPermissions.READ)
                .andExpect(status().isForbidden());
        ask(
                        park,
                        with(
                                        MockMvcRequestBuilders.post(path),
                                        "{\"act\": \"DECIDE\", \"outcome\": \"GRANTED\", \"said\": \"准予\"}")
                                .header("If-Match", "\"1\""),
                        ServicesPermissions.READ,
                        ServicesPermissions.HANDLE)
                .andExpect(status().isForbidden());
        ask(park, MockMvcRequestBuilders.get(ROOT + "/ratings"), ServicesPermissions.READ)
                .andExpect(status().isForbidden());
        ask(park, MockMvcRequestBuilders.get(ROOT + "/cases"), ServicesPermissions.HANDLE)
                .andExpect(status().isForbidden());
    }

    @Test
    void another_zones_case_is_not_there() throws Exception {
        var id = running();

        for (var path :
                new String[] {
                    "",
                    "/clock",
                    "/files",
                    "/ratings",
                    "/complaints",
                    "/letters/" + UUID.randomUUID()
                }) {
            ask("luzhou", MockMvcRequestBuilders.get(ROOT + "/cases/" + id + path))
                    .andExpect(status().isNotFound());
        }
        ask(
                        "luzhou",
                        with(
                                        MockMvcRequestBuilders.post(
                                                ROOT + "/cases/" + id + "/acts"),
                                        "{\"act\": \"CLAIM\"}")
                                .header("If-Match", "\"1\""))
                .andExpect(status().isNotFound());
    }

    @Test
    void files_are_hung_on_a_case_and_listed_with_it() throws Exception {
        var id = running();

        ask(park, MockMvcRequestBuilders.multipart(ROOT + "/cases/" + id + "/files").file(paper()))
                .andExpect(status().isCreated());
        get("/cases/" + id + "/files")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].name").value("说明.txt"));
    }

    @Test
    void a_file_that_names_its_material_is_a_paper_of_it() throws Exception {
        var id = running();
        owned(
                "insert into services.case_material (tenant_id, case_id, material, state) values (?, ?, 'plan', 'MISSING')",
                zone(),
                id.value());

        bring(park, id, "plan")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.material").value("plan"));

        get("/cases/" + id + "/files").andExpect(jsonPath("$.items[0].material").value("plan"));
        get("/cases/" + id)
                .andExpect(jsonPath("$.materials[?(@.key == 'plan')].state").value("HANDED_IN"));
    }

    @Test
    void a_material_that_is_not_asked_for_is_named_and_nothing_is_taken() throws Exception {
        var id = running();

        for (var unknown : new String[] {"nothing", ""}) {
            bring(park, id, unknown)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].field").value("material"));
        }
        get("/cases/" + id + "/files").andExpect(jsonPath("$.items").isEmpty());
        bring("luzhou", id, "plan").andExpect(status().isNotFound());
        ask(
                        park,
                        MockMvcRequestBuilders.multipart(ROOT + "/cases/" + id + "/files")
                                .file(paper())
                                .param("material", "plan"),
                        ServicesPermissions.READ)
                .andExpect(status().is4xxClientError());
        get("/cases/" + id + "/files").andExpect(jsonPath("$.items").isEmpty());
    }

    private ResultActions bring(String zone, CaseId id, String material) throws Exception {
        return ask(
                zone,
                MockMvcRequestBuilders.multipart(ROOT + "/cases/" + id + "/files")
                        .file(paper())
                        .param("material", material));
    }

    private static MockMultipartFile paper() {
        return new MockMultipartFile(
                "file",
                "说明.txt",
                "text/plain",
                "内容".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void figures_the_public_switch_and_the_export_answer() throws Exception {
        running();

        get("/statistics?by=MONTH")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total.received").value(1))
                .andExpect(jsonPath("$.total.small").value(true));
        get("/statistics/public").andExpect(jsonPath("$.on").value(false));
        ask(park, with(MockMvcRequestBuilders.put(ROOT + "/statistics/public"), "{\"on\": true}"))
                .andExpect(status().isNoContent());
        get("/statistics/public").andExpect(jsonPath("$.total.received").value(1));
        get("/export?part=BASIC&from=2026-01-01&until=2026-12-31")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().string(containsString("办件编号")));
        get("/absences").andExpect(status().isOk());
        get("/companies").andExpect(status().isOk());
        get("/ratings?state=TO_CALL").andExpect(status().isOk());
        get("/complaints").andExpect(status().isOk());
    }

    private CaseId running() {
        var day = LocalDate.now(clock);
        return insert(
                service(),
                new Row(
                        ServiceTrack.PARK,
                        CaseState.ACCEPTED,
                        day,
                        day,
                        10,
                        day.plusDays(14),
                        day.plusDays(9)));
    }

    private ResultActions act(CaseId id, long basedOn, String body) throws Exception {
        return ask(
                park,
                with(MockMvcRequestBuilders.post(ROOT + "/cases/" + id + "/acts"), body)
                        .header("If-Match", "\"" + basedOn + "\""));
    }

    private ResultActions get(String path) throws Exception {
        return ask(park, MockMvcRequestBuilders.get(ROOT + path));
    }

    private ResultActions ask(
            String zone, AbstractMockHttpServletRequestBuilder<?> request, String... permissions)
            throws Exception {
        return http.perform(
                request.with(
                        SecurityMockMvcRequestPostProcessors.authentication(
                                zones.somebody(
                                        zone,
                                        permissions.length == 0
                                                ? new String[] {"*"}
                                                : permissions))));
    }

    private static AbstractMockHttpServletRequestBuilder<?> with(
            AbstractMockHttpServletRequestBuilder<?> request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
