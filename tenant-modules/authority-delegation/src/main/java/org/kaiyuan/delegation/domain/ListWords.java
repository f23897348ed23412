package org.kaiyuan.delegation.domain;

import java.util.Map;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EmpowermentArea;
import org.kaiyuan.delegation.MatterKind;

/** What lists of ministries, provinces and cities call what we have a name for; whole cells, 行政 before a kind left off. */
final class ListWords {
    private ListWords() {}

    /** Words that say a mode and nothing else. */
    static final Map<String, DelegationMode> MODES =
            Map.ofEntries(
                    Map.entry("下放", DelegationMode.DIRECT),
                    Map.entry("直接下放", DelegationMode.DIRECT),
                    Map.entry("直接审批", DelegationMode.DIRECT),
                    Map.entry("授权", DelegationMode.DIRECT),
                    Map.entry("赋权", DelegationMode.DIRECT),
                    Map.entry("委托", DelegationMode.ENTRUSTED),
                    Map.entry("委托下放", DelegationMode.ENTRUSTED),
                    Map.entry("派出机构", DelegationMode.BRANCH),
                    Map.entry("派出机构审批", DelegationMode.BRANCH),
                    Map.entry("派驻", DelegationMode.BRANCH),
                    Map.entry("直报", DelegationMode.REPORT),
                    Map.entry("服务前移", DelegationMode.COUNTER));

    static final Map<String, MatterKind> KINDS =
            Map.ofEntries(
                    Map.entry("许可", MatterKind.PERMIT),
                    Map.entry("处罚", MatterKind.PENALTY),
                    Map.entry("强制", MatterKind.COERCION),
                    Map.entry("征收", MatterKind.LEVY),
                    Map.entry("给付", MatterKind.BENEFIT),
                    Map.entry("检查", MatterKind.INSPECTION),
                    Map.entry("确认", MatterKind.CONFIRMATION),
                    Map.entry("奖励", MatterKind.REWARD),
                    Map.entry("裁决", MatterKind.RULING),
                    Map.entry("其他行政权力", MatterKind.OTHER),
                    Map.entry("其他权力", MatterKind.OTHER),
                    Map.entry("其他", MatterKind.OTHER),
                    Map.entry("其它", MatterKind.OTHER),
                    Map.entry("公共服务", MatterKind.SERVICE),
                    Map.entry("未分类", MatterKind.UNSORTED));

    static final Map<String, EmpowermentArea> AREAS =
            Map.of(
                    "政务服务", EmpowermentArea.GOVERNMENT_SERVICES,
                    "产业发展", EmpowermentArea.INDUSTRY,
                    "土地利用", EmpowermentArea.LAND,
                    "财税保障", EmpowermentArea.FINANCE,
                    "科技创新", EmpowermentArea.INNOVATION);
}
