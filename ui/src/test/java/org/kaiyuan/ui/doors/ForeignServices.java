package org.kaiyuan.ui.doors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.services.Applicant;
import org.kaiyuan.services.CaseAcceptance;
import org.kaiyuan.services.CaseCounter;
import org.kaiyuan.services.CaseDirectory;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CounterNote;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.LegalGround;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Services and cases of a zone, for whoever tries their ids from another one. */
class ForeignServices {
    private final ServiceKeeping keeping;
    private final CaseCounter counter;
    private final CaseAcceptance acceptance;
    private final CaseDirectory directory;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ForeignServices(
            ServiceKeeping keeping,
            CaseCounter counter,
            CaseAcceptance acceptance,
            CaseDirectory directory,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.keeping = keeping;
        this.counter = counter;
        this.acceptance = acceptance;
        this.directory = directory;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** By the beginning of the path that shows them; a letter, which follows a case in it, by how it is called there. */
    Map<String, UUID> inZone() {
        var service = keeping.begin(null, ServiceTrack.PARK, null, note());
        keeping.publish(service, 1);
        keeping.write(service, note(), 2);
        var taken =
                counter.takeIn(
                        new CounterNote(
                                service,
                                null,
                                "别人的有限公司",
                                null,
                                new Applicant("别人", "13800001234"),
                                FormAnswers.NONE,
                                false,
                                Set.of(),
                                Set.of()),
                        UUID.randomUUID());
        var id = taken.caseId();
        acceptance.accept(id, directory.find(id).row().version());
        var ids = new LinkedHashMap<String, UUID>();
        ids.put("/api/v1/services/catalogue/{", service.value());
        ids.put("/api/v1/services/cases/{", id.value());
        ids.put("/api/v1/services/ratings/{", rated(id));
        ids.put("/api/v1/services/complaints/{", complained(id));
        ids.put("{letter}", directory.find(id).letters().getFirst().id().value());
        return ids;
    }

    private UUID rated(CaseId id) {
        var rating = UUID.randomUUID();
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        """
                        insert into services.rating (tenant_id, id, case_id, contact, stars, by_username, at, state, rectify_due_on)
                        values (?, ?, ?, 'HANDLING', 1, 'somebody', now(), 'TO_CALL', current_date)\
                        """,
                        CurrentTenant.get().value(),
                        rating,
                        id.value()));
        return rating;
    }

    private UUID complained(CaseId id) {
        var complaint = UUID.randomUUID();
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        """
                        insert into services.complaint (tenant_id, id, case_id, said, by_username, at, due_on, state)
                        values (?, ?, ?, '别人的投诉', 'somebody', now(), current_date, 'OPEN')\
                        """,
                        CurrentTenant.get().value(),
                        complaint,
                        id.value()));
        return complaint;
    }

    private static ServiceNote note() {
        return new ServiceNote(
                new GuideText("别人的服务", "园区企业", "在园区登记", null, null, "证明", "0838-0000000"),
                null,
                List.of(new LegalGround("中华人民共和国行政许可法", "第三十二条")),
                List.of(),
                ServiceKind.COMMITTED,
                null,
                5,
                Set.of(),
                0,
                "综合窗口",
                List.of("证明"),
                new FormDefinition(
                        List.of(
                                new FormSection(
                                        "基本信息",
                                        null,
                                        List.of(
                                                FormField.of(
                                                        "purpose", FieldKind.TEXT, "用途", false))))),
                ServiceDefaults.procedure(ServiceTrack.PARK, 5),
                List.of(),
                List.of());
    }
}
