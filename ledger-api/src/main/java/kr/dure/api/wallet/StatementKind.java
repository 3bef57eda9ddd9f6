package kr.dure.api.wallet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happened to a wallet, in one word: kebab case for programs, Korean for people. */
public enum StatementKind {
    OPENED("개설"),
    FROZEN("정지"),
    UNFROZEN("정지 해제"),
    CHARGE("충전"),
    CHARGE_CANCELLED("충전 취소"),
    FUNDING_REVERSED("입금 취소"),
    GRANT("정책수당"),
    EARNINGS("참여소득"),
    POINTS_CONVERTED("포인트 전환"),
    PAYMENT("결제"),
    REFUND("결제 취소"),
    HOLD("승인"),
    HOLD_VOIDED("승인 취소"),
    HOLD_LAPSED("승인 만료"),
    GIFT_SENT("보낸 선물"),
    GIFT_RECEIVED("받은 선물"),
    DONATION("기부"),
    PROJECT_FUNDED("기금 사업비"),
    BALANCE_REFUND("잔액 환불"),
    EXPIRED("유효기간 만료");

    private final String korean;

    StatementKind(String korean) {
        this.korean = korean;
    }

    public String korean() {
        return korean;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
