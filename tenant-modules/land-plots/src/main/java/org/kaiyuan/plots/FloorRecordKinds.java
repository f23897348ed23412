package org.kaiyuan.plots;

import org.kaiyuan.platform.audit.RecordKind;
import org.kaiyuan.platform.notices.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit trail speaks of buildings and leases, and what people are told of them. */
@Configuration(proxyBeanMethods = false)
class FloorRecordKinds {
    @Bean
    static RecordKind buildingKind() {
        return of(FloorSql.BUILDING, "building");
    }

    @Bean
    static RecordKind unitKind() {
        return of(FloorSql.UNIT, "unit");
    }

    @Bean
    static RecordKind leaseKind() {
        return of(LeaseStore.LEASE, "lease");
    }

    @Bean
    static NoticeKind leaseEnding() {
        return told("leaseEnding");
    }

    @Bean
    static NoticeKind rentDue() {
        return told("rentDue");
    }

    @Bean
    static NoticeKind rentOverdue() {
        return told("rentOverdue");
    }

    private static RecordKind of(String kind, String name) {
        return new RecordKind(
                kind, "plots.kind." + name, "plots.floorAct.", "plots.floorColumn.", null);
    }

    private static NoticeKind told(String what) {
        return new NoticeKind("plots.notice." + what, "plots.noticeKind." + what);
    }
}
