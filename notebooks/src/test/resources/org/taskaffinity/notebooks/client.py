"""Asks the kernel all that a notebook may ask, and measures what must be quick."""
import os
import time

from jupyter_client import KernelManager


def reply(client, request, timeout=60):
    while True:
        message = client.get_shell_msg(timeout=timeout)
        if message["parent_header"].get("msg_id") == request:
            return message["content"]


def outputs(client, request, timeout=60):
    """Outputs with the second at which each came, up to the kernel's being idle again."""
    begun, seen = time.time(), []
    while True:
        message = client.get_iopub_msg(timeout=timeout)
        if message["parent_header"].get("msg_id") != request:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "status":
            if content["execution_state"] == "idle":
                return seen
        elif kind != "execute_input":
            seen.append((time.time() - begun, kind, content))


def run(client, code, **how):
    request = client.execute(code, **how)
    return outputs(client, request), reply(client, request)


def started():
    begun = time.time()
    manager = KernelManager(kernel_name="taskaffinity")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    return manager, client, time.time() - begun


def check(what, true, detail=""):
    if not true:
        raise SystemExit(f"NOT SO: {what}: {detail}")
    print(f"ok  {what}  {detail}", flush=True)


manager, client, ready = started()
try:
    busy = os.getloadavg()[0] > os.cpu_count()
    bound = 60 if busy else 3
    check(f"ready within {bound} s", ready < bound, f"{ready:.2f} s")

    out, answer = run(client, "int x = 3\nx * 2")
    check("the last value is the result", out[0][1] == "execute_result", out)
    check("as text", out[0][2]["data"]["text/plain"] == "6")
    check("and counted", answer["status"] == "ok" and answer["execution_count"] == 1, answer)

    out, _ = run(client, "for (int i = 0; i < 4; i++) { println(i); Thread.sleep(300); }")
    times = [at for at, kind, _ in out if kind == "stream"]
    check("what is printed comes while the cell runs", times[-1] - times[0] > 0.6, times)
    out, _ = run(client, 'System.err.println("to err")')
    check("stderr", out[0][2] == {"name": "stderr", "text": "to err\n"}, out)

    out, answer = run(client, "int y = 1\nint z = nope + 1")
    check("an error is the cell's", answer["status"] == "error", answer)
    check("with its line", answer["evalue"].startswith("cell 4, line 2:"), answer["evalue"])
    check("and the text", "int z = nope + 1" in "\n".join(out[-1][2]["traceback"]))

    first = client.execute("throw new RuntimeException()")
    second = client.execute("int never = 1")
    check("a failure", reply(client, first)["status"] == "error")
    check("stops what waits behind it", reply(client, second)["status"] == "aborted")

    found = client.complete("experi", 6, reply=True, timeout=60)["content"]
    check("completes verbs", any(m.startswith("experiment") for m in found["matches"]), found["matches"][:3])
    code = 'var π = planted();\nπ.na'
    found = client.complete(code, len(code), reply=True, timeout=60)["content"]
    check("completes members of a variable in the same cell", "name()" in found["matches"], found["matches"][:5])
    check("where they stand", code[found["cursor_start"]:found["cursor_end"]] == "na", found)
    found = client.inspect("planted()", 3, reply=True, timeout=60)["content"]
    check("inspects", found["found"] and "2,400 molecules" in found["data"]["text/plain"])
    found = client.inspect("nothing_of_the_kind", 3, reply=True, timeout=60)["content"]
    check("says where it knows nothing", found["status"] == "ok" and not found["found"])

    whole = {
        "int a = 1": "complete",
        "int a = 1\nint b = 2;": "complete",
        "for (int i = 0; i < 3; i++) {": "incomplete",
        '"""\ntext': "incomplete",
        "": "complete",
    }
    for code, state in whole.items():
        said = reply(client, client.is_complete(code))
        check(f"is_complete {code!r}", said["status"] == state, said)

    said = client.history(hist_access_type="tail", n=1, reply=True, timeout=60)["content"]
    check("history", said["history"][0][2] == "throw new RuntimeException()", said)
    said = client.comm_info(reply=True, timeout=60)["content"]
    check("comms", said["comms"] == {})
    said = client.kernel_info(reply=True, timeout=60)["content"]
    check("kernel_info", said["language_info"]["name"] == "java" and said["status"] == "ok")

    request = client.execute("while (true) {}")
    time.sleep(1.5)
    begun = time.time()
    manager.interrupt_kernel()
    answer = reply(client, request)
    took = time.time() - begun
    check("an endless loop is interrupted", answer["ename"] == "Interrupted", answer)
    check("within a second", took < 1, f"{took:.3f} s")

    request = client.execute('while (true) { println("on and on"); }')
    time.sleep(1)
    manager.interrupt_kernel()
    check("one that prints, too", reply(client, request)["ename"] == "Interrupted")

    manager.interrupt_kernel()
    time.sleep(0.2)
    out, answer = run(client, "1 + 1")
    check("an interrupt of nothing stops nothing", answer["status"] == "ok", answer)

    out, answer = run(
        client,
        'var s = "x".repeat(1000000); for (int i = 0; i < 100; i++) { System.out.print(s); }',
    )
    shown = sum(len(c["text"]) for _, _, c in out if c.get("name") == "stdout")
    said = "".join(c["text"] for _, _, c in out if c.get("name") == "stderr")
    check("100 MB are cut", shown == 1000000 and "Cut here" in said and "100.0 MB" in said, said)

    out, answer = run(client, 'heatMap("shown", design().truth())')
    data = out[-1][2]["data"]
    check("a figure has three forms", {"text/plain", "text/html", "image/svg+xml"} <= set(data))
    check("after plotly.js, once", len(out) <= 2, [kind for _, kind, _ in out])

    training = (
        'runner.run(experiment("long", planted(design().molecules(800)))'
        ".split(randomSplit(0.8, 0.1, 0.1)).encoder(gcn(32, 32))"
        ".training(adamW(0.001).epochs(%d)).capture(captureEvery(5)))"
    )
    request = client.execute(training % 3000)
    displays, updates = [], 0
    while updates < 3:
        message = client.get_iopub_msg(timeout=60)
        if message["msg_type"] == "display_data":
            displays.append(message["content"]["transient"].get("display_id"))
        if message["msg_type"] == "update_display_data":
            updates += 1
            same = message["content"]["transient"]["display_id"] == displays[-1]
            check("the bar is updated in place", same, message["content"]["data"]["text/plain"])
    begun = time.time()
    manager.interrupt_kernel()
    answer = reply(client, request)
    check("a training is interrupted", answer["ename"] == "Interrupted", f"{time.time() - begun:.2f} s")
    check("and says how far it came", "step" in answer["evalue"], answer["evalue"])
    outputs(client, request)
    request = client.execute(training % 3000)
    text = ""
    while "going on after step" not in text:
        message = client.get_iopub_msg(timeout=60)
        text += message["content"].get("text", "")
    check("and goes on where it stood", True, text.strip())
    manager.interrupt_kernel()
    check("until it is interrupted again", reply(client, request)["ename"] == "Interrupted")

    out, _ = run(client, training % 2)
    data = out[-1][2]["data"]
    check("a result is shown", "Task affinity G" in data["text/html"] and "<svg" in data["image/svg+xml"])

    begun = time.time()
    client.stop_channels()
    manager.shutdown_kernel()
    check("shuts down", not manager.is_alive() and time.time() - begun < 6, f"{time.time() - begun:.2f} s")
finally:
    if manager.is_alive():
        manager.shutdown_kernel(now=True)
print("all fine")
