package org.kaiyuan.ui.doors;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kaiyuan.delegation.DecisionDraft;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.ListImport;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PaperDraft;
import org.kaiyuan.delegation.PaperKeeping;
import org.kaiyuan.delegation.PaperKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.PowerRequestDraft;
import org.kaiyuan.delegation.PowerRequesting;
import org.kaiyuan.delegation.PowerUse;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of powers of a zone, for whoever tries their ids from another one. */
class ForeignPowers {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private final MatterKeeping matters;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PowerRequesting requesting;
    private final PowerUse use;
    private final PaperKeeping papers;
    private final ListDrafting drafting;
    private final ListPublishing publishing;
    private final ListImport imports;

    ForeignPowers(
            MatterKeeping matters,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            PowerRequesting requesting,
            PowerUse use,
            PaperKeeping papers,
            ListDrafting drafting,
            ListPublishing publishing,
            ListImport imports) {
        this.matters = matters;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.requesting = requesting;
        this.use = use;
        this.papers = papers;
        this.drafting = drafting;
        this.publishing = publishing;
        this.imports = imports;
    }

    /**
     * By the beginning of the path that shows them; those that follow another id in it by how they are called there. The list
     * has two versions, and a draft.
     */
    Map<String, UUID> inZone() {
        var said = new MatterDraft(null, null, "别人的事项", MatterKind.PERMIT, null, List.of());
        var matter = matters.add(said);
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "别人的清单");
        var entry = drafting.put(list, null, grant(matter, "别人的主体"));
        published(list);
        drafting.put(list, entry, grant(matter, "别人的另一主体"));
        published(list);
        var decision = use.enter(entry, new DecisionDraft("别人的办件", null, DAY, null, null, null));
        drafting.takeOut(list, entry);
        var csv = "事项名称,承接主体\n别人的事项,别人的主体\n".getBytes(StandardCharsets.UTF_8);
        var ids = new LinkedHashMap<String, UUID>();
        ids.put("/api/v1/delegation/matters/{", matter.value());
        ids.put("/api/v1/delegation/shared-matters/{", shared(said));
        ids.put(
                "/api/v1/delegation/papers/{",
                papers.add(PaperDraft.usual(PaperKind.DECISION, "别人的决定", null, null, DAY)));
        ids.put("/api/v1/delegation/lists/{", list.value());
        ids.put("/api/v1/delegation/entries/{", entry.value());
        ids.put(
                "/api/v1/delegation/imports/{",
                imports.bring(list, "别人的清单.csv", new ByteArrayInputStream(csv)));
        ids.put(
                "/api/v1/delegation/requests/{",
                requesting
                        .begin(
                                new PowerRequestDraft(
                                        null, null, "别人的申请", "别人的部门", "别人的理由", null, null, null))
                        .value());
        ids.put("/api/v1/delegation/decisions/{", decision.value());
        ids.put("{entry}", entry.value());
        return ids;
    }

    /** As if the zone were a supervisor. */
    private UUID shared(MatterDraft said) {
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        """
                        insert into delegation.shared_matter (id, zone, name, name_key, kind, updated_at)
                        values (?, ?, ?, ?, 'PERMIT', now())\
                        """,
                        id,
                        CurrentTenant.get().value(),
                        said.name(),
                        said.name()));
        return id;
    }

    private void published(ListId list) {
        publishing.letPass(list, "别人的理由");
        publishing.publish(list, null);
    }

    private static EntryNote grant(MatterId matter, String body) {
        return new EntryNote(
                matter,
                EntryAct.GRANT,
                null,
                "别人的原行使部门",
                body,
                DelegationMode.DIRECT,
                EntryNote.Scope.ALL,
                EntryNote.Days.from(DAY),
                EntryNote.Paper.NONE,
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }
}
