package org.kaiyuan.delegation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The catalogue, papers, who decides and imports over HTTP. */
@KaiyuanTest
class MatterApiTest {
    private static final String BODY =
            """
            {"code": "%s", "name": "%s", "kind": "PERMIT",
             "bases": [{"title": "《行政许可法》", "article": "第二十四条", "state": "%s"}]}\
            """;

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
    void a_matter_is_added_read_and_revised_by_its_version() throws Exception {
        var made =
                api.post("/matters", BODY.formatted("A-1", "甲事项", "IN_FORCE"))
                        .andExpect(status().isCreated())
                        .andExpect(header().string("ETag", "\"0\""))
                        .andExpect(jsonPath("$.basisState").value("IN_FORCE"));
        var path = "/matters/" + DelegationApi.id(made);

        api.put(path, BODY.formatted("A-1", "甲", "REPEALED"))
                .andExpect(status().isPreconditionRequired());
        api.put(path, 0, BODY.formatted("A-1", "甲", "REPEALED"))
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.basisState").value("REPEALED"));
        api.put(path, 0, BODY.formatted("A-1", "乙", "REPEALED"))
                .andExpect(status().isPreconditionFailed());
        api.post("/matters", BODY.formatted("A-1", "丙", "IN_FORCE"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("delegation.refusal.codeTaken"));
        api.post("/matters", BODY.formatted("A-2", " ", "IN_FORCE"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("name"));
        api.get("/matters?basis=REPEALED").andExpect(jsonPath("$.items.length()").value(1));
        api.ask("luzhou", MockMvcRequestBuilders.get(DelegationApi.ROOT + path))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_catalogue_pages_and_is_searched_by_initials() throws Exception {
        for (var name : List.of("龙泉山飞艇起降场备案", "龙泉山索道许可", "采砂许可")) {
            api.matter(name);
        }
        var first = DelegationApi.body(api.get("/matters?limit=2"));
        assertThat(JsonPath.<List<Object>>read(first, "$.items")).hasSize(2);
        api.get("/matters?limit=2&cursor=" + JsonPath.read(first, "$.next"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").value(nullValue()));
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        api.get("/matters/search?q=lqssd")
                                .andExpect(jsonPath("$.items[0].name").value("龙泉山索道许可")));
    }

    @Test
    void shared_matters_are_shared_used_and_revised() throws Exception {
        api.post("/shared-matters", BODY.formatted("S-1", "共享事项", "IN_FORCE"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("delegation.refusal.sharing"));
        kind("SUPERVISOR");
        var made =
                api.post("/shared-matters", BODY.formatted("S-1", "共享事项", "IN_FORCE"))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.own").value(true))
                        .andExpect(jsonPath("$.used").value(false));
        var id = DelegationApi.id(made);
        api.put("/shared-matters/" + id, 0, BODY.formatted("S-1", "共享的事项", "AMENDED"))
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.says.name").value("共享的事项"));
        api.put("/shared-matters/" + id, 0, BODY.formatted("S-1", "旧", "AMENDED"))
                .andExpect(status().isPreconditionFailed());

        var used = DelegationApi.body(api.post("/shared-matters/use", ids(id)));
        var own = JsonPath.<String>read(used, "$.matters[0]");
        api.get("/matters/" + own)
                .andExpect(jsonPath("$.shared").value(true))
                .andExpect(jsonPath("$.basisState").value("AMENDED"));
        api.put("/matters/" + own, 0, BODY.formatted("S-1", "我的", "IN_FORCE"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("delegation.refusal.matterShared"));
        api.get("/shared-matters?name=共享").andExpect(jsonPath("$.items[0].used").value(true));
        api.ask("luzhou", MockMvcRequestBuilders.get(DelegationApi.ROOT + "/shared-matters/" + id))
                .andExpect(status().isNotFound());
        api.post("/shared-matters/use", ids(UUID.randomUUID().toString()))
                .andExpect(status().isNotFound());
        api.ask(
                        "deyang",
                        DelegationApi.with(
                                MockMvcRequestBuilders.post(DelegationApi.ROOT + "/shared-matters"),
                                BODY.formatted("S-2", "乙", "IN_FORCE")),
                        "delegation:write",
                        "delegation:read")
                .andExpect(status().isForbidden());
    }

    private void kind(String kind) throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "update tenancy.tenant set kind = '%s' where id = %d"
                            .formatted(kind, zones.zone("deyang").value()));
        }
    }

    @AfterEach
    void a_committee_again() throws SQLException {
        kind("MANAGEMENT_COMMITTEE");
    }

    @Test
    void an_entry_that_names_a_paper_says_what_the_paper_says_which_is_fixed_then()
            throws Exception {
        var paper =
                DelegationApi.id(
                        api.post(
                                        "/papers",
                                        "{\"kind\": \"DECISION\", \"number\": \"川府发〔2026〕7号\", \"decidedOn\": \"2026-02-01\"}")
                                .andExpect(status().isCreated())
                                .andExpect(jsonPath("$.directDays").value(30)));
        var list = api.list("EMPOWERMENT", "赋权清单");
        var said =
                """
                {"matter": "%s", "originalAuthority": "市发改委", "receivingBody": "园区", "mode": "DIRECT",
                 "effectiveOn": "2026-04-01", "paper": "%s"}\
                """
                        .formatted(api.matter("甲事项"), paper);
        api.post("/lists/" + list + "/draft/entries", said)
                .andExpect(jsonPath("$.next.document").value("川府发〔2026〕7号"))
                .andExpect(jsonPath("$.next.decidedOn").value("2026-02-01"));
        api.published(list);

        api.put("/papers/" + paper, 0, "{\"kind\": \"DECISION\", \"number\": \"川府发〔2026〕8号\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("delegation.refusal.paperFixed"));
        api.get("/papers").andExpect(jsonPath("$.items[0].fixed").value(true));
        api.ask("luzhou", MockMvcRequestBuilders.get(DelegationApi.ROOT + "/papers/" + paper))
                .andExpect(status().isNotFound());
    }

    @Test
    void who_decides_is_answered_with_its_proof_and_why_not_with_a_sentence() throws Exception {
        api.post("/matters", BODY.formatted("511A01", "企业投资项目备案", "IN_FORCE"));
        var matter =
                JsonPath.<String>read(DelegationApi.body(api.get("/matters")), "$.items[0].id");
        api.get("/decides?matter=511A01")
                .andExpect(jsonPath("$.here").value(false))
                .andExpect(jsonPath("$.why.reason").value("NEVER"))
                .andExpect(
                        jsonPath("$.date")
                                .value(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()));
        var before = Instant.now().toString();
        var list = api.list("EMPOWERMENT", "赋权清单");
        var entry = api.entry(list, matter, "");
        api.published(list);

        api.get("/decides?matter=511A01&date=2026-04-01")
                .andExpect(jsonPath("$.here").value(true))
                .andExpect(jsonPath("$.body").value("经开区行政审批局"))
                .andExpect(jsonPath("$.mode").value("DIRECT"))
                .andExpect(jsonPath("$.entry.id").value(entry))
                .andExpect(jsonPath("$.entry.says.document").value("德府发〔2026〕1号"))
                .andExpect(jsonPath("$.why").value(nullValue()))
                .andExpect(jsonPath("$.chain.length()").value(1))
                .andExpect(jsonPath("$.matter.id").value(matter));
        api.get("/decides?matter=" + matter + "&date=2026-03-31")
                .andExpect(jsonPath("$.why.reason").value("NOT_YET"))
                .andExpect(jsonPath("$.why.message").value(containsString("市发展和改革委员会")))
                .andExpect(jsonPath("$.why.message").value(containsString("2026-03-31")));
        api.ask(
                        MockMvcRequestBuilders.get(
                                        DelegationApi.ROOT
                                                + "/decides?matter=511A01&date=2026-03-31")
                                .header("Accept-Language", "en"))
                .andExpect(
                        jsonPath("$.why.message").value(containsString("is not the park’s yet")));
        api.get("/decides?matter=511A01&date=2026-04-01&known=" + before)
                .andExpect(jsonPath("$.why.reason").value("NEVER"));
        api.get("/decides?matter=511A01&known=+1000000000-12-31T23:59:59Z")
                .andExpect(status().isOk());
        api.get("/decides?matter=nichts").andExpect(status().isNotFound());
        api.get("/decides?matter=\0").andExpect(status().isNotFound());
        api.get("/decides").andExpect(status().isBadRequest());
        api.ask(
                        "luzhou",
                        MockMvcRequestBuilders.get(
                                DelegationApi.ROOT + "/decides?matter=" + matter))
                .andExpect(status().isNotFound());
        api.get("/entries?matter=" + matter).andExpect(jsonPath("$.items.length()").value(1));
        api.get("/entries?matter=" + UUID.randomUUID())
                .andExpect(jsonPath("$.items.length()").value(0));
        api.get("/entries?cursor=gestern").andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_file_is_brought_compared_decided_and_made_a_draft() throws Exception {
        var list = api.list("EMPOWERMENT", "赋权清单");
        var brought =
                brought(list, "序号,名目,承接\n1,甲事项,园区\n2,乙事项,园区\n3,,园区\n")
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.state").value("BROUGHT"))
                        .andExpect(jsonPath("$.columns[1].heading").value("名目"))
                        .andExpect(jsonPath("$.columns[1].field").value(nullValue()));
        var path = "/imports/" + DelegationApi.id(brought);
        api.post(path + "/comparison", "{}").andExpect(status().isUnprocessableContent());
        api.post(path + "/comparison", "{\"columns\": {\"没有\": \"name\"}}")
                .andExpect(jsonPath("$.errors[0].field").value("columns"));
        api.post(path + "/comparison", "{\"columns\": {\"名目\": \"nonsense\"}}")
                .andExpect(jsonPath("$.errors[0].field").value("columns"));

        api.post(
                        path + "/comparison",
                        """
                        {"columns": {"名目": "name", "承接": "receivingBody"},
                         "defaults": {"originalAuthority": "市发改委", "effectiveOn": "2026-05-01"}}\
                        """)
                .andExpect(jsonPath("$.state").value("COMPARED"))
                .andExpect(jsonPath("$.counts.NEW").value(2))
                .andExpect(jsonPath("$.counts.FAULTY").value(1));
        api.get(path + "/lines?limit=1")
                .andExpect(jsonPath("$.items[0].next.originalAuthority").value("市发改委"))
                .andExpect(jsonPath("$.items[0].next.effectiveOn").value("2026-05-01"))
                .andExpect(jsonPath("$.next").value("1"));
        api.get(path + "/lines?kind=FAULTY")
                .andExpect(jsonPath("$.items[0].row").value(4))
                .andExpect(jsonPath("$.items[0].fault").value(containsString("名称")));
        api.put(path + "/lines/2", "{\"choice\": \"RECALL\"}").andExpect(status().isConflict());
        api.put(path + "/lines/2", "{\"choice\": \"SKIP\"}").andExpect(status().isNoContent());
        api.post(path + "/draft").andExpect(jsonPath("$.entries").value(1));
        api.post(path + "/draft").andExpect(jsonPath("$.entries").value(0));
        api.get("/lists/" + list + "/draft").andExpect(jsonPath("$.items.length()").value(1));
        api.published(list);

        var again = "/imports/" + DelegationApi.id(brought(list, "序号,名目,承接\n1,丙事项,园区\n"));
        api.post(again + "/comparison", "{}").andExpect(jsonPath("$.counts.GONE").value(1));
        api.post(again + "/choices", "{\"kind\": \"GONE\", \"choice\": \"RECALL\"}")
                .andExpect(status().isOk());
        api.get("/imports?list=" + list).andExpect(jsonPath("$.items.length()").value(2));
        api.ask("luzhou", MockMvcRequestBuilders.get(DelegationApi.ROOT + again))
                .andExpect(status().isNotFound());
        api.delete(again).andExpect(status().isNoContent());
        api.get(again).andExpect(status().isNotFound());
        api.get(again + "/lines").andExpect(status().isNotFound());
    }

    private ResultActions brought(String list, String csv) throws Exception {
        return api.ask(
                MockMvcRequestBuilders.multipart(DelegationApi.ROOT + "/imports?list=" + list)
                        .file(
                                new MockMultipartFile(
                                        "file",
                                        "清单.csv",
                                        "text/csv",
                                        csv.getBytes(StandardCharsets.UTF_8))));
    }

    private static String ids(String id) {
        return "{\"ids\": [\"" + id + "\"]}";
    }
}
