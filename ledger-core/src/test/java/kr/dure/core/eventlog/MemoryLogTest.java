package kr.dure.core.eventlog;

class MemoryLogTest extends LogStoreContract {
    @Override
    LogStore newLog() {
        return new MemoryLog();
    }
}
