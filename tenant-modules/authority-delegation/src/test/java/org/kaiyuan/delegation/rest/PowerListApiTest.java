package org.kaiyuan.delegation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Lists over HTTP: written, checked, published, compared, taken along. */
@KaiyuanTest
class PowerListApiTest {
    @Autowired MockMvc http;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    private DelegationApi api;

    @BeforeEach
    void no_lists() throws Exception {
        api = new DelegationApi(http, zones);
        DelegationApi.clear(servers);
    }

    @Test
    void a_list_is_begun_once_however_often_it_is_sent_and_renamed() throws Exception {
        var key = UUID.randomUUID().toString();
        var sent = "{\"kind\": \"EMPOWERMENT\", \"title\": \"赋权清单\"}";
        var first =
                api.ask(begun(sent).header("Idempotency-Key", key)).andExpect(status().isCreated());
        var again =
                api.ask(begun(sent).header("Idempotency-Key", key)).andExpect(status().isCreated());
        var id = DelegationApi.id(first);
        assertThat(DelegationApi.id(again)).isEqualTo(id);

        api.post("/lists", sent)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("delegation.refusal.titleTaken"));
        api.put("/lists/" + id, "{\"title\": \"赋权清单（第一批）\"}")
                .andExpect(jsonPath("$.title").value("赋权清单（第一批）"))
                .andExpect(jsonPath("$.state").value("EMPTY"))
                .andExpect(jsonPath("$.version").value(0));
        api.get("/lists").andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void a_draft_is_written_checked_and_published_and_every_version_is_still_told()
            throws Exception {
        var list = api.list("EMPOWERMENT", "赋权清单");
        var matter = api.matter("企业投资项目备案");
        var entry = api.entry(list, matter, "");
        api.get("/lists/" + list + "/draft")
                .andExpect(jsonPath("$.items[0].kind").value("NEW"))
                .andExpect(jsonPath("$.items[0].now").value(nullValue()))
                .andExpect(jsonPath("$.items[0].next.receivingBody").value("经开区行政审批局"));
        api.post("/lists/" + list + "/draft/publication", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("delegation.refusal.unchecked"));

        api.post("/lists/" + list + "/draft/check")
                .andExpect(jsonPath("$.items.length()").value(0));
        api.post("/lists/" + list + "/draft/publication", "{\"note\": \"第一版\"}")
                .andExpect(status().isCreated())
                .andExpect(
                        header().string(
                                        "Location",
                                        DelegationApi.ROOT + "/lists/" + list + "/versions/1"))
                .andExpect(jsonPath("$.note").value("第一版"))
                .andExpect(jsonPath("$.entries").value(1));

        var changed = DelegationApi.says(matter, "\"remarks\": \"改\"").replace("经开区行政审批局", "园区管委会");
        api.put("/lists/" + list + "/draft/entries/" + entry, changed)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.kind").value("CHANGED"));
        api.entry(list, api.matter("外商投资项目备案"), "");
        api.published(list);

        api.get("/lists/" + list + "/versions")
                .andExpect(jsonPath("$.items[*].version", List.of(2, 1)).exists())
                .andExpect(jsonPath("$.items[0].entries").value(2));
        api.get("/lists/" + list + "/versions/1/entries")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].says.receivingBody").value("经开区行政审批局"))
                .andExpect(jsonPath("$.items[0].matterName").value("企业投资项目备案"));
        api.get("/lists/" + list + "/versions/2/entries?receivingBody=园区管委会")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].says.remarks").value("改"));
        api.get("/lists/" + list + "/versions/3/entries")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("delegation.refusal.unknownEdition"));
    }

    @Test
    void two_versions_differ_field_by_field_in_both_directions_and_page_by_page() throws Exception {
        var list = api.list("EMPOWERMENT", "赋权清单");
        var ids = new ArrayList<String>();
        for (var name : List.of("甲", "乙", "丙", "丁", "戊")) {
            ids.add(api.entry(list, api.matter(name + "事项"), ""));
        }
        api.published(list);
        for (int i = 0; i < 4; i++) {
            var matter = said(list, i);
            api.put(
                    "/lists/" + list + "/draft/entries/" + ids.get(i),
                    DelegationApi.says(matter, "").replace("经开区行政审批局", "园区管委会"));
        }
        api.post("/lists/" + list + "/draft/entries/" + ids.get(4) + "/removal")
                .andExpect(status().isNoContent());
        api.published(list);

        api.get("/lists/" + list + "/versions/1/diff/2")
                .andExpect(jsonPath("$.items.length()").value(5))
                .andExpect(jsonPath("$.items[0].kind").value("CHANGED"))
                .andExpect(jsonPath("$.items[0].fields.length()").value(1))
                .andExpect(jsonPath("$.items[0].fields[0].field").value("receivingBody"))
                .andExpect(jsonPath("$.items[0].fields[0].before").value("经开区行政审批局"))
                .andExpect(jsonPath("$.items[0].fields[0].after").value("园区管委会"))
                .andExpect(jsonPath("$.items[4].kind").value("GONE"))
                .andExpect(jsonPath("$.next").value(nullValue()));
        api.get("/lists/" + list + "/versions/2/diff/1")
                .andExpect(jsonPath("$.items[0].fields[0].after").value("经开区行政审批局"))
                .andExpect(jsonPath("$.items[4].kind").value("NEW"));
        api.get("/lists/" + list + "/versions/1/diff/1")
                .andExpect(jsonPath("$.items.length()").value(0));
        api.get("/lists/" + list + "/versions/1/diff/9").andExpect(status().isNotFound());
        assertThat(paged("/lists/" + list + "/versions/1/diff/2?limit=2")).isEqualTo(ids);
        assertThat(paged("/lists/" + list + "/versions/1/entries?limit=2")).isEqualTo(ids);
        assertThat(paged("/entries?limit=3")).isEqualTo(ids.subList(0, 4));
    }

    @Test
    void who_has_not_seen_what_somebody_drafted_overwrites_nothing() throws Exception {
        var list = api.list("EMPOWERMENT", "赋权清单");
        var matter = api.matter("企业投资项目备案");
        var entry = api.entry(list, matter, "");
        var path = "/lists/" + list + "/draft/entries/" + entry;
        var said = DelegationApi.says(matter, "\"remarks\": \"甲\"");

        api.put(path, said).andExpect(status().isConflict());
        api.put(path, 0, said).andExpect(header().string("ETag", "\"1\""));
        api.put(path, 0, said).andExpect(status().isPreconditionFailed());
        api.get(path).andExpect(jsonPath("$.next.remarks").value("甲"));
        api.delete(path).andExpect(status().isNoContent());
        api.get(path)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("delegation.refusal.unknownEntry"));
        api.put("/lists/" + list + "/draft/entries/" + UUID.randomUUID(), said)
                .andExpect(status().isNotFound());
    }

    @Test
    void findings_are_told_with_their_sources_and_let_pass_with_a_reason() throws Exception {
        var list = api.list("ENTRUSTMENT", "委托清单");
        var entry = api.entry(list, api.matter("企业投资项目备案"), "");
        api.post("/lists/" + list + "/draft/check")
                .andExpect(jsonPath("$.items[0].entry").value(entry))
                .andExpect(jsonPath("$.items[0].rule").value("notEntrusted"))
                .andExpect(jsonPath("$.items[0].matterName").value("企业投资项目备案"))
                .andExpect(jsonPath("$.items[0].source").isNotEmpty());

        api.post("/lists/" + list + "/draft/waiver", "{\"reason\": \" \"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        api.post("/lists/" + list + "/draft/waiver", "{\"reason\": \"旧清单\"}")
                .andExpect(jsonPath("$.items.length()").value(1));
        api.post("/lists/" + list + "/draft/publication", "{}")
                .andExpect(jsonPath("$.waived").value("旧清单"))
                .andExpect(jsonPath("$.findings").value(1));
        api.post("/lists/" + list + "/draft/publication", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("delegation.refusal.nothing"));
    }

    @Test
    void what_is_wrong_is_told_at_its_field() throws Exception {
        var list = api.list("EMPOWERMENT", "赋权清单");
        var matter = api.matter("企业投资项目备案");
        for (var wrong :
                List.of(
                        "\"expiresOn\": \"2026-03-01\"",
                        "\"mostYuan\": -1",
                        "\"mostYuan\": 1e999999999",
                        "\"mostYuan\": 1e-999999999",
                        "\"batch\": 3, \"area\": \"LAND\"",
                        "\"ends\": \"019a0f5e-7a30-7c41-8f2a-2f1d7c3b9d40\"",
                        "\"handoverOn\": \"+999999999-12-31\"",
                        "\"shares\": [{\"party\": \"COMMITTEE\", \"part\": \"DECIDES\"}]",
                        "\"remarks\": \"" + "长".repeat(4001) + "\"")) {
            api.post("/lists/" + list + "/draft/entries", DelegationApi.says(matter, wrong))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(
                            jsonPath("$.errors[0].field")
                                    .value(wrong.substring(1, wrong.indexOf('"', 1))));
        }
        api.post("/lists/" + list + "/draft/entries", "{\"matter\": \"" + matter + "\"}")
                .andExpect(status().isBadRequest());
        api.post(
                        "/lists/" + list + "/draft/entries",
                        DelegationApi.says(UUID.randomUUID().toString(), ""))
                .andExpect(status().isNotFound());
        api.post(
                        "/lists/" + list + "/draft/entries",
                        DelegationApi.says(matter, "\"paper\": \"" + UUID.randomUUID() + "\""))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("delegation.refusal.unknownPaper"));
        api.post(
                        "/lists/" + list + "/draft/entries",
                        DelegationApi.says(matter, "\"remarks\": \"a\\u0000b\""))
                .andExpect(jsonPath("$.next.remarks").value("ab"));
    }

    @Test
    void a_version_is_taken_along_as_a_file() throws Exception {
        var list = api.list("EMPOWERMENT", "赋权清单");
        api.entry(list, api.matter("企业投资项目备案"), "");
        api.published(list);

        api.get("/lists/" + list + "/versions/1/export")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("text/csv")))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content("企业投资项目备案"));
        api.get("/lists/" + list + "/versions/1/export?format=XLSX")
                .andExpect(header().string("Content-Type", containsString("spreadsheet")));
        api.get("/lists/" + list + "/versions/2/export").andExpect(status().isNotFound());
        api.get("/lists/" + list + "/versions/1/diff/1/export").andExpect(status().isOk());
    }

    @Test
    void batches_and_their_policies_are_written_as_a_whole() throws Exception {
        var list = api.list("EMPOWERMENT", "赋权清单");
        api.put(
                        "/lists/" + list + "/batches/1",
                        "{\"title\": \"第一批\", \"policies\": [{\"area\": \"LAND\", \"title\": \"标准地\"}]}")
                .andExpect(jsonPath("$.items[0].number").value(1))
                .andExpect(jsonPath("$.items[0].policies[0].area").value("LAND"));
        api.put("/lists/" + list + "/batches/100", "{\"title\": \"\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(2));
        api.get("/lists/" + list + "/batches").andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var list = api.list("EMPOWERMENT", "赋权清单");
        var entry = api.entry(list, api.matter("企业投资项目备案"), "");
        api.published(list);
        for (var path :
                List.of(
                        "/lists/" + list,
                        "/lists/" + list + "/draft",
                        "/lists/" + list + "/batches",
                        "/lists/" + list + "/versions",
                        "/lists/" + list + "/versions/1",
                        "/lists/" + list + "/versions/1/entries",
                        "/lists/" + list + "/versions/1/export",
                        "/lists/" + list + "/versions/1/diff/1",
                        "/entries/" + entry)) {
            api.get(path).andExpect(status().isOk());
            api.ask("luzhou", MockMvcRequestBuilders.get(DelegationApi.ROOT + path))
                    .andExpect(status().isNotFound());
        }
        api.ask("luzhou", MockMvcRequestBuilders.get(DelegationApi.ROOT + "/entries"))
                .andExpect(jsonPath("$.items.length()").value(0));
        api.ask("luzhou", MockMvcRequestBuilders.get(DelegationApi.ROOT + "/lists"))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void who_may_only_read_writes_nothing_and_who_may_not_publish_does_not() throws Exception {
        var list = api.list("EMPOWERMENT", "赋权清单");
        api.entry(list, api.matter("企业投资项目备案"), "");
        api.ask("deyang", begun("{\"kind\": \"POWERS\", \"title\": \"乙\"}"), "delegation:read")
                .andExpect(status().isForbidden());
        var publication = "/lists/" + list + "/draft/publication";
        api.ask(
                        "deyang",
                        DelegationApi.with(
                                MockMvcRequestBuilders.post(DelegationApi.ROOT + publication),
                                "{}"),
                        "delegation:read",
                        "delegation:write")
                .andExpect(status().isForbidden());
    }

    private static ResultMatcher content(String part) {
        return result ->
                assertThat(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                        .contains(part);
    }

    private static AbstractMockHttpServletRequestBuilder<?> begun(String body) {
        return DelegationApi.with(MockMvcRequestBuilders.post(DelegationApi.ROOT + "/lists"), body);
    }

    /** The matter of the entry at that place of the first version. */
    private String said(String list, int place) throws Exception {
        return JsonPath.read(
                DelegationApi.body(api.get("/lists/" + list + "/versions/1/entries")),
                "$.items[" + place + "].says.matter");
    }

    /** The ids of all pages. */
    private List<String> paged(String path) throws Exception {
        var ids = new ArrayList<String>();
        @Nullable String next = null;
        do {
            var body = DelegationApi.body(api.get(path + (next == null ? "" : "&cursor=" + next)));
            ids.addAll(JsonPath.<List<String>>read(body, "$.items[*].id"));
            next = JsonPath.read(body, "$.next");
        } while (next != null);
        return ids;
    }
}
