-- nvim --headless -u NONE -i NONE -n -c "luafile test/editor/smoke.lua"
-- Any editor that speaks the protocol can use the server. This one has it push diagnostics and apply the first repair.
local checks = {}
local function check(name, run)
  local ok, problem = pcall(run)
  table.insert(checks, ok)
  io.stdout:write((ok and 'ok   ' or 'FAIL ') .. name .. (ok and '' or ': ' .. tostring(problem)) .. '\n')
end

local file, rule = vim.env.WEBHOOKPROOF_FILE, vim.env.WEBHOOKPROOF_RULE
local id, buffer

local function ours()
  return vim.tbl_filter(function(each) return each.source == 'webhookproof' end, vim.diagnostic.get(buffer))
end

check('starts the server', function()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  buffer = vim.api.nvim_get_current_buf()
  id = vim.lsp.start_client({ name = 'webhookproof', cmd = { vim.env.WEBHOOKPROOF_NODE, vim.env.WEBHOOKPROOF_COMMAND, 'lsp', '--stdio' }, root_dir = vim.env.WEBHOOKPROOF_ROOT })
  assert(id, 'no client')
  assert(vim.wait(15000, function() local client = vim.lsp.get_client_by_id(id); return client and client.initialized end, 20), 'not initialized')
  vim.bo[buffer].filetype = vim.env.WEBHOOKPROOF_FILETYPE
  vim.lsp.buf_attach_client(buffer, id)
end)

check('shows the finding', function()
  assert(vim.wait(15000, function() return #ours() > 0 end, 20), 'no diagnostics')
  assert(ours()[1].code == rule or ours()[1].user_data.lsp.code == rule, vim.inspect(ours()[1]))
end)

check('applies a repair, and the finding goes', function()
  local shown = ours()[1]
  local range = { start = { line = shown.lnum, character = shown.col }, ['end'] = { line = shown.end_lnum, character = shown.end_col } }
  local diagnostic = { range = range, message = shown.message, source = shown.source, severity = shown.severity, code = rule }
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer), range = range, context = { diagnostics = { diagnostic } } }
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 10000)
  local action = assert(answers and answers[id] and answers[id].result and answers[id].result[1], 'no code action')
  local client = vim.lsp.get_client_by_id(id)
  if not action.edit then
    action = client.request_sync('codeAction/resolve', action, 10000, buffer).result
  end
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  assert(vim.wait(10000, function() return #ours() == 0 end, 20), 'still there: ' .. vim.inspect(ours()))
end)

vim.lsp.stop_client(id)
local passed = #vim.tbl_filter(function(ok) return ok end, checks)
io.stdout:write(passed .. ' passed, ' .. (#checks - passed) .. ' failed\n')
vim.cmd(passed == #checks and 'qall!' or 'cquit 1')
