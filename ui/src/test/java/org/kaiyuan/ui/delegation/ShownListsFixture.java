package org.kaiyuan.ui.delegation;

import java.time.LocalDate;
import java.util.List;
import org.kaiyuan.delegation.BasisState;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.LegalBasis;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.PublicShowing;
import org.kaiyuan.testing.Zones;
import org.springframework.context.ApplicationContext;

/** Zones with published lists, some of which they show. */
public final class ShownListsFixture {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

    private final Zones zones;
    private final MatterKeeping matters;
    private final ListDrafting drafting;
    private final ListPublishing publishing;
    private final PublicShowing showing;

    private ShownListsFixture(ApplicationContext house) {
        zones = house.getBean(Zones.class);
        matters = house.getBean(MatterKeeping.class);
        drafting = house.getBean(ListDrafting.class);
        publishing = house.getBean(ListPublishing.class);
        showing = house.getBean(PublicShowing.class);
    }

    public static ShownListsFixture of(ApplicationContext house) {
        return new ShownListsFixture(house);
    }

    /** A list of the zone, published, that grants these. */
    public ListId published(String zone, String title, String... names) {
        return zones.in(
                zone,
                () -> {
                    var list = drafting.begin(PowerListKind.EMPOWERMENT, title);
                    for (var name : names) {
                        drafting.put(list, null, grant(matter(name), zone + "审批局"));
                    }
                    publish(list);
                    return list;
                });
    }

    public void show(String zone) {
        zones.in(
                zone,
                () -> {
                    showing.show(null, showing.now().version());
                    return null;
                });
    }

    private void publish(ListId list) {
        if (!publishing.check(list).isEmpty()) {
            publishing.letPass(list, "测试");
        }
        publishing.publish(list, null);
    }

    private MatterId matter(String name) {
        return matters.add(
                new MatterDraft(
                        null,
                        null,
                        name,
                        MatterKind.PERMIT,
                        "投资立项",
                        List.of(
                                new LegalBasis(
                                        "企业投资项目核准和备案管理条例", "第三条", BasisState.IN_FORCE, null))));
    }

    private static EntryNote grant(MatterId matter, String body) {
        return new EntryNote(
                matter,
                EntryAct.GRANT,
                null,
                "市发展和改革委员会",
                body,
                DelegationMode.DIRECT,
                EntryNote.Scope.ALL,
                EntryNote.Days.from(FIRST),
                new EntryNote.Paper(null, "府发〔2026〕1号", FIRST.minusDays(30), "市人民政府"),
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }
}
