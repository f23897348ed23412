package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Leads over HTTP, as somebody of the zone. */
@KaiyuanTest
class LeadApiTest {
    private static final String LEADS = "/api/v1/leads";
    private static final String WHOLE =
            """
            {"projectName": "电控系统项目", "way": "CHAIN", "leadingIndustry": "电子信息产业", "subIndustry": "新型显示",
             "industryCode": "C3974", "catalogueClass": "ENCOURAGED", "totalInvestment": 600000000,
             "fixedInvestment": 400000000, "wantedLandM2": 66666.67, "expectedRevenueYuan": 900000000,
             "expectedTaxYuan": 40000000, "expectedJobs": 500, "energyTce": 3000, "environmentalZoning": "重点管控单元",
             "investors": [{"name": "四川电控有限公司"}],
             "contacts": [{"name": "王敏", "phone": "13812345678"}], "tags": ["重点"]}
            """;

    @Autowired MockMvc http;
    @Autowired LeadPeople people;
    @Autowired TestServers servers;
    @Autowired Clock clock;

    @BeforeEach
    void no_leads() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "truncate leads.lead, leads.setting, leads.score_table, leads.saved_view, leads.code_counter cascade");
        }
        people.member("deyang", "api-agent", "接口招商员");
        people.member("luzhou", "api-stranger", "外区招商员");
    }

    @Test
    void a_lead_is_registered_and_read_with_its_contacts_masked() throws Exception {
        var made =
                ask(sent(post(LEADS), WHOLE))
                        .andExpect(status().isCreated())
                        .andExpect(header().exists("ETag"))
                        .andExpect(jsonPath("$.stage").value("CLUE"))
                        .andExpect(jsonPath("$.owner").value("api-agent"))
                        .andExpect(jsonPath("$.contacts[0].phone").value("138****5678"))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location");

        assertThat(made).startsWith(LEADS + "/");
        ask(get(made))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.investors[0].name").value("四川电控有限公司"))
                .andExpect(jsonPath("$.dueKind").value("ANSWER"));
        ask(sent(post(LEADS + "?pool=true"), "{\"projectName\": \"公海项目\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.owner").doesNotExist());
    }

    @Test
    void a_confidential_lead_that_nobody_could_see_is_refused() throws Exception {
        ask(sent(post(LEADS + "?pool=true"), "{\"projectName\": \"保密项目\", \"confidential\": true}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("confidential"));
        ask(get(LEADS)).andExpect(jsonPath("$.items.length()").value(0));

        var mine = registered("{\"projectName\": \"保密项目\", \"confidential\": true}");
        ask(sent(post(LEADS + "/" + mine + "/release"), "{\"reason\": \"跟不过来\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("confidential"));
        ask(get(LEADS + "/" + mine)).andExpect(jsonPath("$.owner").value("api-agent"));
    }

    @Test
    void faults_are_named_by_field_in_the_callers_language() throws Exception {
        ask(sent(
                        post(LEADS).header("Accept-Language", "en"),
                        "{\"projectName\": \" \", \"totalInvestment\": -1}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("leads.refusal.fields"))
                .andExpect(
                        jsonPath("$.errors[*].field")
                                .value(containsInAnyOrder("projectName", "totalInvestment")));
        ask(sent(post(LEADS), "{\"projectName\": \"甲\", \"moon\": 1}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("moon"));
    }

    @Test
    void a_removal_that_is_not_based_on_what_is_stored_says_so_in_the_callers_language()
            throws Exception {
        var one = LEADS + "/" + registered(WHOLE);
        var seen = ask(get(one)).andReturn().getResponse().getHeader("ETag");
        ask(merged(patch(one).header("If-Match", seen), "{\"probability\": 80}"))
                .andExpect(status().isOk());

        ask(delete(one))
                .andExpect(status().isPreconditionRequired())
                .andExpect(jsonPath("$.detail").value(containsString("请求头中带上")));
        ask(delete(one).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.detail").value(containsString("Send the ETag")));
        ask(delete(one).header("If-Match", seen))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("leads.refusal.changedBeforeRemoval"))
                .andExpect(jsonPath("$.detail").value(containsString("没有删除")));
        ask(delete(one).header("If-Match", "moon"))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("leads.refusal.removalOutdated"));
        ask(delete(one).header("If-Match", seen).header("Accept-Language", "en-GB"))
                .andExpect(jsonPath("$.detail").value(containsString("Nothing was removed")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POST | ''                      | {"projectName": "甲", "investors": [null]}
                    POST | ''                      | {"projectName": "甲", "contacts": [null]}
                    POST | ''                      | {"projectName": "甲", "tags": [null]}
                    POST | /{id}/followups         | {"kind": "CALL", "text": "x", "participants": [null]}
                    POST | /{id}/reviews           | {"reviewers": [null]}
                    POST | /{id}/agreements        | {"kind": "OTHER", "title": "x", "parties": [null], "signedOn": "2026-05-06"}
                    PUT  | /{id}/team              | {"usernames": [null]}
                    POST | /views                  | {"name": "x", "filter": {"stage": [null]}}
                    POST | /score-tables           | {"items": [null], "passMark": 60}
                    POST | /score-tables           | {"items": [{"name": "x", "most": 100}], "passMark": 60}
                    POST | /score-tables           | {"items": [], "vetoes": [null], "passMark": 60}
                    PUT  | /rules                  | {"answerDays": 1, "triageDays": 1, "majorTriageDays": 1, "majorYuan": 1, "feedbackDays": 1, "followUpDays": 1, "poolDays": 1, "remindDays": 1, "escalateDays": 1, "claimLimit": 1, "firstReportYuan": 1, "stages": [null]}
                    POST | /{id}/moves             | {"to": null}
                    POST | /{id}/state             | {"state": null}
                    PUT  | /{id}/owner             | {"owner": null}
                    PUT  | /{id}/team              | {"usernames": null}
                    POST | /{id}/followups         | {"kind": null, "text": "x"}
                    POST | /{id}/agreements        | {"kind": null, "title": "x", "signedOn": null}
                    PUT  | /{id}/funds             | {"month": null, "source": null, "amount": null}
                    PUT  | /{id}/milestones        | {"stage": null}
                    PUT  | /{id}/clearances        | {"kind": null, "outcome": null, "decidedOn": null}
                    POST | /{id}/merge             | {"other": null, "version": null, "otherVersion": null}
                    PUT  | /rules                  | {"stages": null}
                    POST | /twins                  | {"investors": [null], "creditCodes": [null], "phones": [null]}
                    """)
    void a_null_that_nobody_means_is_a_mistake_of_the_caller(
            String method, String path, String body) throws Exception {
        var id = registered(WHOLE);
        var request =
                method.equals("PUT")
                        ? put(LEADS + path.replace("{id}", id))
                        : post(LEADS + path.replace("{id}", id));
        int answered =
                ask(sent(request.header("If-Match", "\"0\""), body))
                        .andReturn()
                        .getResponse()
                        .getStatus();

        assertThat(answered).isBetween(200, 499);
    }

    @Test
    void a_list_is_filtered_and_paged_without_loss() throws Exception {
        for (int i = 0; i < 5; i++) {
            registered("{\"projectName\": \"链项目%d\", \"way\": \"CHAIN\"}".formatted(i));
        }
        registered("{\"projectName\": \"上门项目\", \"way\": \"WALK_IN\"}");
        var names = new ArrayList<String>();
        String cursor = null;
        do {
            var request = get(LEADS + "?way=CHAIN&sort=NAME&limit=2");
            var page =
                    body(
                            ask(cursor == null ? request : request.queryParam("cursor", cursor))
                                    .andExpect(status().isOk()));
            names.addAll(JsonPath.<java.util.List<String>>read(page, "$.items[*].projectName"));
            cursor = JsonPath.read(page, "$.next");
        } while (cursor != null);

        assertThat(names).containsExactly("链项目0", "链项目1", "链项目2", "链项目3", "链项目4");
        ask(get(LEADS + "?way=MOON")).andExpect(status().isBadRequest());
        ask(get(LEADS + "?cursor=moon")).andExpect(status().is4xxClientError());
        ask(get(LEADS + "?stage=REVIEW")).andExpect(jsonPath("$.items.length()").value(0));
        ask(get(LEADS + "/board"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.columns[0].stage").value("CLUE"))
                .andExpect(jsonPath("$.columns[0].count").value(6));
    }

    @Test
    void a_change_names_the_version_that_it_is_based_on() throws Exception {
        var one = LEADS + "/" + registered(WHOLE);
        var change = "{\"probability\": 80, \"introducer\": null}";

        var seen = ask(get(one)).andReturn().getResponse().getHeader("ETag");
        ask(merged(patch(one), change)).andExpect(status().isPreconditionRequired());
        var changed =
                ask(merged(patch(one).header("If-Match", seen), change))
                        .andExpect(status().isOk())
                        .andExpect(header().string("ETag", not(seen)))
                        .andExpect(jsonPath("$.probability").value(80))
                        .andExpect(jsonPath("$.projectName").value("电控系统项目"))
                        .andExpect(jsonPath("$.contacts[0].phone").value("138****5678"))
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag");
        for (var stale : new String[] {seen, "\"99\"", "\"999999999999999999\"", "moon"}) {
            ask(merged(patch(one).header("If-Match", stale), change))
                    .andExpect(status().isPreconditionFailed())
                    .andExpect(jsonPath("$.detail").value(not(containsString("{"))));
            ask(delete(one).header("If-Match", stale)).andExpect(status().isPreconditionFailed());
        }
        var last =
                ask(sent(put(one).header("If-Match", changed), "{\"projectName\": \"新名\"}"))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.investors.length()").value(0))
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag");
        ask(delete(one).header("If-Match", last)).andExpect(status().isNoContent());
        ask(get(one)).andExpect(status().isNotFound());
    }

    @Test
    void a_move_that_is_refused_names_each_gate_and_where_it_is_written() throws Exception {
        var one = LEADS + "/" + registered(WHOLE);

        ask(sent(post(one + "/moves").header("Accept-Language", "zh"), "{\"to\": \"SIGNED\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("leads.refusal.gates"))
                .andExpect(jsonPath("$.detail").value(containsString("签约")))
                .andExpect(
                        jsonPath("$.rules[*].rule")
                                .value(contains("FILES", "REVIEW_PASSED", "AGREEMENT")))
                .andExpect(jsonPath("$.rules[1].message").value("入园评审尚未通过，不能签约"))
                .andExpect(jsonPath("$.rules[1].source").value("本园区项目准入评审办法(评分表见设置)"));
        var bare = LEADS + "/" + registered("{\"projectName\": \"空白项目\"}");
        ask(sent(post(bare + "/moves"), "{\"to\": \"NEGOTIATION\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rules[0].rule").value("FIELDS"))
                .andExpect(jsonPath("$.rules[0].missing").value(hasItem("investors")));
        ask(sent(post(one + "/moves"), "{\"to\": \"NEGOTIATION\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("NEGOTIATION"));
        ask(get(one + "/moves"))
                .andExpect(jsonPath("$.items[*].to").value(contains("CLUE", "NEGOTIATION")));
        ask(sent(post(one + "/state"), "{\"state\": \"PAUSED\"}"))
                .andExpect(status().isUnprocessableContent());
        ask(sent(post(one + "/state"), "{\"state\": \"PAUSED\", \"reason\": \"资金推迟\"}"))
                .andExpect(jsonPath("$.state").value("PAUSED"));
    }

    @Test
    void talks_are_taken_down_and_paged() throws Exception {
        var talks = LEADS + "/" + registered(WHOLE) + "/followups";
        for (int i = 0; i < 3; i++) {
            ask(sent(post(talks), "{\"kind\": \"CALL\", \"text\": \"第%d次\"}".formatted(i)))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.id").isNotEmpty());
        }

        var first = body(ask(get(talks + "?limit=2")));
        assertThat(JsonPath.<java.util.List<String>>read(first, "$.items[*].text"))
                .containsExactly("第2次", "第1次");
        ask(get(talks + "?limit=2").queryParam("cursor", JsonPath.<String>read(first, "$.next")))
                .andExpect(jsonPath("$.items[*].text").value(contains("第0次")))
                .andExpect(jsonPath("$.next").isEmpty());
        ask(sent(post(talks), "{\"kind\": \"CALL\", \"text\": \"\"}"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_review_is_opened_answered_and_closed() throws Exception {
        var reviews = LEADS + "/" + registered(WHOLE) + "/reviews";
        var review =
                JsonPath.<String>read(
                        body(
                                ask(sent(post(reviews), "{\"reviewers\": [\"api-agent\"]}"))
                                        .andExpect(status().isCreated())),
                        "$.id");
        var points = new StringBuilder();
        ScoreTable.DEFAULT
                .items()
                .forEach(item ->
                        points.append(points.isEmpty() ? "" : ", ")
                                .append("\"%s\": %d".formatted(item.key(), item.most())));

        ask(sent(post(reviews + "/" + review + "/close"), "{\"minutes\": \"同意\"}"))
                .andExpect(status().isConflict());
        ask(sent(put(reviews + "/" + review + "/opinion"), "{\"points\": {%s}}".formatted(points)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.opinions[0].points.land").value(10));
        ask(sent(post(reviews + "/" + review + "/close"), "{\"minutes\": \"同意\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("PASSED"))
                .andExpect(jsonPath("$.score").value(100));
        ask(get(reviews)).andExpect(jsonPath("$.items[0].id").value(review));

        var other = LEADS + "/" + registered("{\"projectName\": \"另一项目\"}") + "/reviews/";
        ask(sent(put(other + review + "/opinion"), "{\"points\": {}}"))
                .andExpect(status().isNotFound());
    }

    @Test
    void agreements_funds_milestones_and_clearances_are_kept() throws Exception {
        var one = LEADS + "/" + registered(WHOLE);
        var paper =
                "{\"kind\": \"INVESTMENT\", \"title\": \"%s\", \"parties\": [\"管委会\", \"甲公司\"], \"signedOn\": \"2026-05-06\"}";
        var agreement =
                JsonPath.<String>read(
                        body(
                                ask(sent(post(one + "/agreements"), paper.formatted("投资协议")))
                                        .andExpect(status().isCreated())),
                        "$.id");
        var path = one + "/agreements/" + agreement;
        ask(sent(put(path), paper.formatted("改"))).andExpect(status().isPreconditionRequired());
        ask(sent(put(path).header("If-Match", "\"0\""), paper.formatted("投资协议书")))
                .andExpect(status().isNoContent());
        ask(sent(put(path).header("If-Match", "\"0\""), paper.formatted("又改")))
                .andExpect(status().isPreconditionFailed());
        ask(get(one + "/agreements"))
                .andExpect(jsonPath("$.items[0].title").value("投资协议书"))
                .andExpect(jsonPath("$.items[0].version").value(1));

        var fund = "{\"month\": \"2026-03\", \"source\": \"%s\", \"amount\": %d}";
        ask(sent(put(one + "/funds"), fund.formatted("OWN_PROVINCE", 1000)));
        ask(sent(put(one + "/funds"), fund.formatted("FOREIGN", 200)));
        ask(sent(put(one + "/funds"), fund.formatted("OWN_PROVINCE", 3000)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(
                        jsonPath("$.items[?(@.source == 'OWN_PROVINCE')].amount")
                                .value(contains(3000.0)))
                .andExpect(
                        jsonPath("$.items[?(@.source == 'FOREIGN')].currency")
                                .value(contains("USD")));
        ask(sent(put(one + "/funds"), fund.formatted("OWN_PROVINCE", -1)))
                .andExpect(status().isUnprocessableContent());

        ask(sent(
                        put(one + "/milestones"),
                        "{\"stage\": \"CONSTRUCTION\", \"plannedOn\": \"2027-03-01\"}"))
                .andExpect(jsonPath("$.items[*].stage").value(hasItem("CONSTRUCTION")));
        ask(sent(
                        put(one + "/clearances"),
                        "{\"kind\": \"ENERGY\", \"outcome\": \"EXEMPT\", \"decidedOn\": \"2026-05-06\", \"reason\": \"能耗低于限额\"}"))
                .andExpect(jsonPath("$.items[0].outcome").value("EXEMPT"));
    }

    @Test
    void rules_are_replaced_by_whoever_saw_them_last() throws Exception {
        var rules = LEADS + "/rules";
        var read =
                ask(get(rules))
                        .andExpect(status().isOk())
                        .andExpect(header().string("ETag", "\"0\""))
                        .andExpect(jsonPath("$.followUpDays").value(10));
        var changed = body(read).replace("\"followUpDays\":10", "\"followUpDays\":7");

        ask(sent(put(rules), changed)).andExpect(status().isPreconditionRequired());
        ask(sent(put(rules).header("If-Match", "\"0\""), changed))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.followUpDays").value(7))
                .andExpect(jsonPath("$.stages.length()").value(4));
        ask(sent(put(rules).header("If-Match", "\"0\""), changed))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("leads.refusal.rulesChangedMeanwhile"));
        ask(sent(
                        put(rules).header("If-Match", "\"1\""),
                        changed.replace("\"followUpDays\":7", "\"followUpDays\":0")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("followUpDays"));
        ask(get(rules), "luzhou", "api-stranger").andExpect(jsonPath("$.followUpDays").value(10));
    }

    @Test
    void a_score_table_follows_the_one_that_was_seen() throws Exception {
        var tables = LEADS + "/score-tables";
        var table =
                "{\"items\": [{\"key\": \"all\", \"name\": \"综合\", \"most\": %d}], \"vetoes\": [\"失信\"], \"passMark\": 70}";

        ask(get(tables + "/newest"))
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.items.length()").value(11));
        ask(sent(post(tables), table.formatted(100))).andExpect(status().isPreconditionRequired());
        ask(sent(post(tables).header("If-Match", "\"0\""), table.formatted(99)))
                .andExpect(status().isUnprocessableContent());
        ask(sent(post(tables).header("If-Match", "\"0\""), table.formatted(100)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(1));
        ask(sent(post(tables).header("If-Match", "\"0\""), table.formatted(100)))
                .andExpect(status().isPreconditionFailed());
        ask(get(tables))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].passMark").value(70));
        ask(get(tables), "luzhou", "api-stranger").andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void a_view_is_kept_renamed_and_thrown_away() throws Exception {
        var views = LEADS + "/views";
        var kept =
                ask(sent(
                                post(views),
                                "{\"name\": \"评审中\", \"filter\": {\"stage\": [\"REVIEW\"], \"investmentFrom\": 5}, \"sort\": \"DUE\"}"))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.filter.stage").value(contains("REVIEW")))
                        .andExpect(jsonPath("$.filter.investmentFrom").value(5))
                        .andExpect(jsonPath("$.sort").value("DUE"))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location");
        ask(sent(post(views), "{\"name\": \"公海\", \"filter\": {\"pool\": true}}"));

        people.member("deyang", "api-colleague", "同事");
        ask(get(kept), "deyang", "api-colleague").andExpect(status().isNotFound());
        ask(sent(put(kept), "{\"name\": \"公海\"}")).andExpect(status().isConflict());
        ask(sent(put(kept), "{\"name\": \" \"}")).andExpect(status().isUnprocessableContent());
        ask(sent(put(kept), "{\"name\": \"评审\", \"shared\": true}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.filter.stage").doesNotExist());
        ask(get(kept), "deyang", "api-colleague").andExpect(status().isOk());
        ask(get(views), "deyang", "api-colleague")
                .andExpect(jsonPath("$.items[*].name").value(contains("评审")))
                .andExpect(jsonPath("$.items[0].mine").value(false));
        ask(delete(kept), "deyang", "api-colleague").andExpect(status().isNotFound());
        ask(get(kept), "luzhou", "api-stranger").andExpect(status().isNotFound());
        ask(delete(kept)).andExpect(status().isNoContent());
        ask(get(kept)).andExpect(status().isNotFound());
    }

    @Test
    void my_day_and_the_calendar_say_what_is_to_be_done() throws Exception {
        var today = LocalDate.now(clock);
        registered(
                "{\"projectName\": \"今日项目\", \"nextAction\": \"回电\", \"nextActionOn\": \"%s\"}"
                        .formatted(today));
        registered("{\"projectName\": \"保密项目\", \"confidential\": true}");

        ask(get(LEADS + "/my-day"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.today").value(today.toString()))
                .andExpect(jsonPath("$.dueToday.items[0].projectName").value("今日项目"))
                .andExpect(jsonPath("$.dueToday.list").value(containsString("owner=api-agent")));
        var span = LEADS + "/calendar?from=" + today + "&to=" + today.plusDays(40);
        ask(get(span))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.days[0].on").value(today.toString()))
                .andExpect(jsonPath("$.days[0].entries[0].detail").value("回电"))
                .andExpect(jsonPath("$.days[*].entries[*].title").value(hasItem("保密项目")));
        people.member("deyang", "api-colleague", "同事");
        ask(get(span), "deyang", "api-colleague")
                .andExpect(jsonPath("$.days[*].entries[*].title").value(not(hasItem("保密项目"))));
        ask(get(LEADS + "/calendar")).andExpect(status().isBadRequest());
        ask(get(LEADS + "/calendar?from=99999-01-01&to=2026-01-01"))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var id = registered(WHOLE);
        var one = LEADS + "/" + id;
        var review =
                JsonPath.<String>read(
                        body(ask(sent(post(one + "/reviews"), "{\"reviewers\": [\"api-agent\"]}"))),
                        "$.id");
        var agreement =
                JsonPath.<String>read(
                        body(
                                ask(
                                        sent(
                                                post(one + "/agreements"),
                                                "{\"kind\": \"OTHER\", \"title\": \"协议\", \"parties\": [\"甲\", \"乙\"], \"signedOn\": \"2026-05-06\"}"))),
                        "$.id");
        var contact = JsonPath.<String>read(body(ask(get(one))), "$.contacts[0].id");
        var requests = new LinkedHashMap<String, MockHttpServletRequestBuilder>();
        for (var part :
                new String[] {
                    "",
                    "/moves",
                    "/followups",
                    "/reviews",
                    "/agreements",
                    "/funds",
                    "/milestones",
                    "/clearances"
                }) {
            requests.put("GET " + part, get(one + part));
        }
        requests.put("PUT", sent(put(one), WHOLE));
        requests.put("PATCH", merged(patch(one), "{\"probability\": 1}"));
        requests.put("DELETE", delete(one));
        requests.put("moves", sent(post(one + "/moves"), "{\"to\": \"ASSESSMENT\"}"));
        requests.put(
                "state",
                sent(post(one + "/state"), "{\"state\": \"PAUSED\", \"reason\": \"有理由\"}"));
        requests.put("claim", post(one + "/claim"));
        requests.put("owner", sent(put(one + "/owner"), "{\"owner\": \"api-stranger\"}"));
        requests.put("release", sent(post(one + "/release"), "{\"reason\": \"有理由\"}"));
        requests.put("team", sent(put(one + "/team"), "{\"usernames\": [\"api-stranger\"]}"));
        requests.put(
                "unmask",
                sent(post(one + "/contacts/" + contact + "/unmask"), "{\"purpose\": \"电话回访\"}"));
        requests.put(
                "followups",
                sent(post(one + "/followups"), "{\"kind\": \"CALL\", \"text\": \"通话\"}"));
        requests.put(
                "reviews", sent(post(one + "/reviews"), "{\"reviewers\": [\"api-stranger\"]}"));
        requests.put(
                "opinion", sent(put(one + "/reviews/" + review + "/opinion"), "{\"points\": {}}"));
        requests.put(
                "close",
                sent(post(one + "/reviews/" + review + "/close"), "{\"minutes\": \"同意\"}"));
        requests.put(
                "withdraw",
                sent(post(one + "/reviews/" + review + "/withdraw"), "{\"reason\": \"有理由\"}"));
        var paper =
                "{\"kind\": \"OTHER\", \"title\": \"协议\", \"parties\": [\"甲\", \"乙\"], \"signedOn\": \"2026-05-06\"}";
        requests.put("agreements", sent(post(one + "/agreements"), paper));
        requests.put("agreement", sent(put(one + "/agreements/" + agreement), paper));
        requests.put(
                "funds",
                sent(
                        put(one + "/funds"),
                        "{\"month\": \"2026-03\", \"source\": \"FOREIGN\", \"amount\": 1}"));
        requests.put(
                "milestones",
                sent(
                        put(one + "/milestones"),
                        "{\"stage\": \"SIGNED\", \"plannedOn\": \"2027-03-01\"}"));
        requests.put(
                "clearances",
                sent(
                        put(one + "/clearances"),
                        "{\"kind\": \"ENERGY\", \"outcome\": \"PASSED\", \"document\": \"1号\", \"decidedOn\": \"2026-05-06\"}"));
        requests.put("enterprise", sent(put(one + "/enterprise"), "{\"name\": \"甲公司\"}"));
        requests.put(
                "merge",
                sent(
                        post(one + "/merge"),
                        "{\"other\": \"%s\", \"version\": 0, \"otherVersion\": 0}"
                                .formatted(UUID.randomUUID())));
        var before = body(ask(get(one)));
        var faults = new ArrayList<String>();
        for (var request : requests.entrySet()) {
            var answer =
                    ask(request.getValue().header("If-Match", "\"0\""), "luzhou", "api-stranger")
                            .andReturn()
                            .getResponse();
            if (answer.getStatus() != 404) {
                faults.add(request.getKey() + ": " + answer.getStatus());
            }
        }

        assertThat(faults).isEmpty();
        assertThat(body(ask(get(one)))).isEqualTo(before);
        ask(get(LEADS), "luzhou", "api-stranger").andExpect(jsonPath("$.items.length()").value(0));
        ask(get(LEADS + "/board"), "luzhou", "api-stranger")
                .andExpect(jsonPath("$.columns[*].count").value(not(hasItem(1))));
    }

    private String registered(String body) throws Exception {
        return JsonPath.read(
                body(ask(sent(post(LEADS), body)).andExpect(status().isCreated())), "$.id");
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return ask(request, "deyang", "api-agent");
    }

    private ResultActions ask(MockHttpServletRequestBuilder request, String zone, String username)
            throws Exception {
        return http.perform(
                request.with(
                        SecurityMockMvcRequestPostProcessors.authentication(
                                people.token(zone, username))));
    }

    private static String body(ResultActions answered) throws Exception {
        return answered.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder sent(
            MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder merged(
            MockHttpServletRequestBuilder request, String body) {
        return request.contentType("application/merge-patch+json").content(body);
    }
}
